// Put before libc with LD_PRELOAD by bench/fsync.test.ts: notes each sync of the process in the file SYNC_LOG, one byte
// each, and lets them all fail while the file SYNC_FAIL exists, as a dying disk does.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static int sync_by(const char *name, int file) {
  const char *fail = getenv("SYNC_FAIL");
  if (fail && access(fail, F_OK) == 0) {
    errno = EIO;
    return -1;
  }
  int (*sync_really)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  int result = sync_really(file);
  int log = open(getenv("SYNC_LOG"), O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (log >= 0) {
    if (write(log, ".", 1) != 1) abort();
    close(log);
  }
  return result;
}

int fsync(int file) { return sync_by("fsync", file); }
int fdatasync(int file) { return sync_by("fdatasync", file); }
