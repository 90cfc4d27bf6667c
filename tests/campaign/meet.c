// Preloaded into the program, to meet SQLite's WAL-reset bug.
//
// NO_WRITER_LOCK: whoever asks for the writer lock of the program has it at once, with others.
// MEET=FOLDER WAIT=MS: the first checkpoint of the process waits for others twice: before it asks for
// SQLite's lock of checkpoints, and when it has read how long the log is and not yet how much of it is
// in the file. It makes the file FOLDER/1 (2), and goes on when there is FOLDER/1-done (2-done), or
// after WAIT. The second place is where SQLite calls xUnfetch of the file, which it does only where
// somebody has written since this connection last looked.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { writer_byte = 0 }; // FileLock::Part::writer

static void meet(int number) {
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%d", getenv("MEET"), number);
    close(open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    strcat(path, "-done");
    for (long left = atol(getenv("WAIT")); left > 0 && access(path, F_OK) != 0; --left) {
        usleep(1000);
    }
}

static int (*real_unfetch)(sqlite3_file*, sqlite3_int64, void*);
static int is_between_the_reads;

static int unfetch(sqlite3_file* file, sqlite3_int64 offset, void* page) {
    if (is_between_the_reads && page == NULL) {
        is_between_the_reads = 0;
        meet(2);
    }
    return real_unfetch(file, offset, page);
}

int sqlite3_wal_checkpoint_v2(sqlite3* db, const char* name, int mode, int* frames, int* done) {
    static int (*real)(sqlite3*, const char*, int, int*, int*);
    static int is_met;
    static sqlite3_io_methods methods;
    if (real == NULL) {
        real = (int (*)(sqlite3*, const char*, int, int*, int*))dlsym(RTLD_NEXT, "sqlite3_wal_checkpoint_v2");
    }
    sqlite3_file* file = NULL;
    if (getenv("MEET") == NULL || is_met ||
        sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK) {
        return real(db, name, mode, frames, done);
    }
    is_met = 1;
    meet(1);
    const sqlite3_io_methods* own = file->pMethods;
    methods = *own;
    real_unfetch = own->xUnfetch;
    methods.xUnfetch = unfetch;
    is_between_the_reads = 1;
    file->pMethods = &methods;
    const int result = real(db, name, mode, frames, done);
    file->pMethods = own;
    return result;
}

static int is_lock_of_book(int file) {
    char link[64], path[PATH_MAX + 1] = {0};
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = readlink(link, path, PATH_MAX);
    return length > 5 && strcmp(path + length - 5, ".lock") == 0;
}

static int locked(int file, int command, void* argument, int (*real)(int, int, ...)) {
    const struct flock* lock = argument;
    return command == F_OFD_SETLK && lock->l_start == writer_byte && getenv("NO_WRITER_LOCK") != NULL &&
                   is_lock_of_book(file)
               ? 0
               : real(file, command, argument);
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
