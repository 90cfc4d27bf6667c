#include <cerrno>
#include <csignal>
#include <iostream>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/cli/run.h"
#include "app/cli/terminal/terminal.h"

namespace {

// A core would hold patients and secrets; what is made is for its owner alone.
void leave_no_traces() {
    const rlimit none{};
    ::setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__  // which looks for leaks as a debugger
    ::prctl(PR_SET_DUMPABLE, 0);
#endif
    ::umask(077);
    // A file that may not grow is an error of the write then, not the end of the program.
    std::signal(SIGXFSZ, SIG_IGN);
}

// Where a standard stream is closed, the next file that is opened would get its number, and the
// output would go into that file. Whatever stands there instead refuses it.
void take_the_numbers_of_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) < 0 && errno == EBADF) {
            ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
        }
    }
}

}  // namespace

int main(int count, char** words) {
    leave_no_traces();
    take_the_numbers_of_streams();
    std::ios::sync_with_stdio(false);
    cli::Io io = cli::standard_io();
    const int status = cli::run({words + 1, words + count}, io);
    // Some file systems say only now that they had no room.
    if (status == 0 && ::close(STDOUT_FILENO) != 0) {
        std::cerr << "error: standard output: was not written to its end\ntry: write it to another "
                     "place\n";
        return 3;
    }
    return status;
}
