// Runs a program and kills it at one of its system calls.
//
//     kill_at_call NUMBER PROGRAM ARGUMENT…
//
// Stops are counted from 1: each system call stops twice, before and after the kernel does its
// work. At stop NUMBER the program gets SIGKILL. Ends with 137 if it was killed, else as the
// program ended; 0 as NUMBER counts the stops and prints their number on standard error.
// Ends with 125 where tracing is not allowed.
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int count, char **words) {
  if (count < 3) return 2;
  long wanted = atol(words[1]);
  pid_t child = fork();
  if (child < 0) return 125;
  if (child == 0) {
    if (ptrace(PTRACE_TRACEME, 0, 0, 0) != 0) _exit(125);
    raise(SIGSTOP);
    execvp(words[2], words + 2);
    _exit(126);
  }
  int status;
  if (waitpid(child, &status, 0) < 0 || !WIFSTOPPED(status)) return 125;
  if (ptrace(PTRACE_SETOPTIONS, child, 0, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL) != 0) return 125;
  long stops = 0;
  int signal_to_pass = 0;
  for (;;) {
    if (ptrace(PTRACE_SYSCALL, child, 0, signal_to_pass) != 0) return 125;
    if (waitpid(child, &status, 0) < 0) return 125;
    if (WIFEXITED(status)) {
      if (wanted == 0) fprintf(stderr, "%ld\n", stops);
      return WEXITSTATUS(status);
    }
    if (WIFSIGNALED(status)) return 128 + WTERMSIG(status);
    signal_to_pass = 0;
    if (!WIFSTOPPED(status)) continue;
    if (WSTOPSIG(status) != (SIGTRAP | 0x80)) {
      if (WSTOPSIG(status) != SIGTRAP) signal_to_pass = WSTOPSIG(status);
      continue;
    }
    if (++stops == wanted) {
      kill(child, SIGKILL);
      while (waitpid(child, &status, 0) >= 0 && !WIFSIGNALED(status) && !WIFEXITED(status)) {}
      return 137;
    }
  }
}
