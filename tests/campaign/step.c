// Preloaded into the program, to meet SQLite's WAL-reset bug. x86-64.
//
// NO_WRITER_LOCK: whoever asks for the writer lock of the program has it at once, with others.
// MEET=FOLDER STEP=N WAIT=MS: the first checkpoint of the process waits for others twice: before it
// asks for SQLite's lock of checkpoints, and again N instructions after it has it. It makes the file
// FOLDER/1 (2), and goes on when there is FOLDER/1-done (2-done), or after WAIT. Where the lock is
// given back before that, FOLDER/instructions says after how many.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>
#include <unistd.h>

enum {
    writer_byte = 0,       // FileLock::Part::writer
    checkpoint_byte = 121, // UNIX_SHM_BASE + WAL_CKPT_LOCK of SQLite
    trap_flag = 0x100
};

static volatile long steps = -1;
static volatile int is_over;

static void meet(int number) {
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%d", getenv("MEET"), number);
    close(open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    strcat(path, "-done");
    for (long left = atol(getenv("WAIT")); left > 0 && access(path, F_OK) != 0; --left) {
        usleep(1000);
    }
}

static void stepped(int signal, siginfo_t* info, void* context) {
    (void)signal;
    (void)info;
    greg_t* flags = &((ucontext_t*)context)->uc_mcontext.gregs[REG_EFL];
    if (!is_over && steps-- > 0) {
        *flags |= trap_flag;
        return;
    }
    *flags &= ~trap_flag;
    if (!is_over) {
        is_over = 1;
        meet(2);
    }
}

static void lock_is_given_back(void) {
    char path[PATH_MAX], text[32];
    is_over = 1;
    snprintf(path, sizeof path, "%s/instructions", getenv("MEET"));
    const int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const int length = snprintf(text, sizeof text, "%ld", atol(getenv("STEP")) - steps);
    if (write(file, text, (size_t)length) != length) {
        abort();
    }
    close(file);
}

static int is_lock_of_book(int file) {
    char link[64], path[PATH_MAX + 1] = {0};
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = readlink(link, path, PATH_MAX);
    return length > 5 && strcmp(path + length - 5, ".lock") == 0;
}

static int locked(int file, int command, void* argument, int (*real)(int, int, ...)) {
    static int is_met;
    const struct flock* lock = argument;
    if (command == F_OFD_SETLK && lock->l_start == writer_byte && getenv("NO_WRITER_LOCK") != NULL &&
        is_lock_of_book(file)) {
        return 0;
    }
    if (is_met && !is_over && command == F_SETLK && lock->l_type == F_UNLCK && lock->l_start == checkpoint_byte) {
        lock_is_given_back();
    }
    if (command != F_SETLK || lock->l_type != F_WRLCK || lock->l_start != checkpoint_byte || lock->l_len != 1 ||
        getenv("MEET") == NULL || is_met) {
        return real(file, command, argument);
    }
    is_met = 1;
    meet(1);
    const int result = real(file, command, argument);
    struct sigaction action = {.sa_sigaction = stepped, .sa_flags = SA_SIGINFO};
    sigaction(SIGTRAP, &action, NULL);
    steps = atol(getenv("STEP"));
    raise(SIGTRAP);
    return result;
}

#define LOCK(function)                                                              \
    int function(int file, int command, ...) {                                      \
        static int (*real)(int, int, ...);                                          \
        if (real == NULL) {                                                         \
            real = (int (*)(int, int, ...))dlsym(RTLD_NEXT, #function);             \
        }                                                                           \
        va_list more;                                                               \
        va_start(more, command);                                                    \
        void* argument = va_arg(more, void*);                                       \
        va_end(more);                                                               \
        return argument == NULL || command == F_GETFD || command == F_SETFD ||      \
                       command == F_GETFL || command == F_SETFL || command == F_DUPFD || \
                       command == F_DUPFD_CLOEXEC                                   \
                   ? real(file, command, argument)                                  \
                   : locked(file, command, argument, real);                         \
    }
LOCK(fcntl)
LOCK(fcntl64)
