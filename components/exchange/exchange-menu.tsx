'use client';
// In the bar of a room: taking the discussion out as a file or on paper, and, for instructors, bringing in what was said elsewhere.

import { Download, FileUp, FolderOutput, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Menu } from '#components/ui/over/menu.tsx';
import { MenuItem } from '#components/ui/over/menu-item.tsx';
import { useLatePart } from '#components/ui/over/use-late-part.ts';

const fetchDialogs = async () => ({
  ...(await import('./export-dialog.tsx')),
  ...(await import('./import-dialog.tsx')),
});

export function ExchangeMenu({ room, mayImport }: { room: { id: string }; mayImport: boolean }) {
  const t = useTranslations('exchange.menu');
  const [open, setOpen] = useState<'export' | 'import' | null>(null);
  const close = () => setOpen(null);
  const dialogs = useLatePart(open, fetchDialogs, close);
  return (
    <>
      <Menu label={t('label')} face={<FolderOutput aria-hidden />}>
        <MenuItem icon={<Download aria-hidden />} onAction={() => setOpen('export')}>
          {t('export')}
        </MenuItem>
        <MenuItem icon={<Printer aria-hidden />} href={`/print/${room.id}`}>
          {t('print')}
        </MenuItem>
        {mayImport && (
          <MenuItem icon={<FileUp aria-hidden />} onAction={() => setOpen('import')}>
            {t('import')}
          </MenuItem>
        )}
      </Menu>
      {dialogs && <dialogs.ExportDialog roomId={room.id} isOpen={open === 'export'} onClose={close} />}
      {dialogs && mayImport && (
        <dialogs.ImportDialog roomId={room.id} isOpen={open === 'import'} onClose={close} />
      )}
    </>
  );
}
