#include <csignal>
#include <iostream>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

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

}  // namespace

int main(int count, char** words) {
    leave_no_traces();
    std::ios::sync_with_stdio(false);
    cli::Io io = cli::standard_io();
    return cli::run({words + 1, words + count}, io);
}
