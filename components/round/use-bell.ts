// The bell, for who switched it on: once at thirty seconds, twice when time is over. A tone of our own, no file.

import { useEffect, useRef } from 'react';
import { deviceChoice } from '#components/ui/device/device-choice.ts';

/** Does this device ring? */
export const bell = deviceChoice('bell', false);

const marks = [30_000, 0] as const;

/** `leftMs` of the clock that runs; null where nothing is to ring. */
export function useBell(leftMs: number | null): void {
  const last = useRef<number | null>(null);
  useEffect(() => {
    const before = last.current;
    last.current = leftMs;
    if (leftMs === null || before === null) return;
    for (const mark of marks) if (before > mark && leftMs <= mark) ring(mark === 0 ? 2 : 1);
  }, [leftMs]);
}

function ring(times: number): void {
  const audio = new AudioContext();
  for (let i = 0; i < times; i++) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = 880;
    volume.gain.setValueAtTime(0.2, audio.currentTime + i * 0.4);
    volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + i * 0.4 + 0.35);
    tone.connect(volume).connect(audio.destination);
    tone.start(audio.currentTime + i * 0.4);
    tone.stop(audio.currentTime + i * 0.4 + 0.36);
  }
  setTimeout(() => void audio.close(), times * 400 + 200);
}
