#include <iostream>

#include "app/cli/run.h"
#include "app/cli/terminal.h"

int main(int count, char** words) {
    std::ios::sync_with_stdio(false);
    cli::Io io = cli::standard_io();
    return cli::run({words + 1, words + count}, io);
}
