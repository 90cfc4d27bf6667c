// The program's own listener answering the same bytes to everything: what a real answer is measured
// against.
//   constant_server PORT BYTES

#include <cstdlib>
#include <iostream>
#include <string>

#include <unistd.h>

#include "app/server/http/listener.h"

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "constant_server PORT BYTES\n";
        return 2;
    }
    const auto body = std::make_shared<const std::string>(std::stoul(argv[2]), 'x');
    const server::Response answer{.content_type = "application/json", .body = body};
    const server::Listener listener(
        server::LoopbackSocket(std::atoi(argv[1])),
        {.refusal = [](const server::Request&) { return std::nullopt; },
         .body_limit = [](const server::Request&) { return std::size_t{0}; },
         .placement =
             [](const server::Request&) { return server::Placement{server::WorkerPool::read}; },
         .answer = [&](const server::Request&) { return answer; },
         .fault = [&](int) { return answer; }},
        {});
    ::pause();
}
