#pragma once
// The program openssl, called without a shell.

#include <string>
#include <vector>

namespace backup {

struct OpensslRan {
    int status = 0;    // 0: it is content
    std::string said;  // all that it printed
};

// Throws schema::Error (unavailable) where it is not installed.
OpensslRan run_openssl(std::vector<std::string> words);

}  // namespace backup
