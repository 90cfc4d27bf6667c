// The program's own listener answering the same bytes to everything: what a real answer is measured
// against.
//   constant_server PORT BYTES                      on 127.0.0.1
//   constant_server PORT BYTES CERTIFICATE TLS_PORT  the same, and encrypted too; the file has both
//                                                   certificate and key

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

#include <unistd.h>

#include "app/server/http/listener.h"
#include "app/server/tls/served_certificate.h"

int main(int argc, char** argv) {
    if (argc != 3 && argc != 5) {
        std::cerr << "constant_server PORT BYTES [CERTIFICATE TLS_PORT]\n";
        return 2;
    }
    const auto body = std::make_shared<const std::string>(std::stoul(argv[2]), 'x');
    const server::Response answer{.content_type = "application/json", .body = body};
    std::unique_ptr<server::ServedCertificate> certificate;
    std::optional<server::Encrypted> encrypted;
    if (argc == 5) {
        certificate = std::make_unique<server::ServedCertificate>(
            server::CertificateFiles{argv[3], argv[3]},
            std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
        std::vector<server::ListeningSocket> sockets;
        sockets.emplace_back(server::SocketAddress::loopback(std::atoi(argv[4])));
        encrypted.emplace(server::Encrypted{std::move(sockets), *certificate});
    }
    const server::Listener listener(
        server::ListeningSocket(server::SocketAddress::loopback(std::atoi(argv[1]))),
        {.refusal = [](const server::Request&) { return std::nullopt; },
         .body_limit = [](const server::Request&) { return std::size_t{0}; },
         .placement =
             [](const server::Request&) { return server::Placement{server::WorkerPool::read}; },
         .answer = [&](const server::Request&) { return answer; },
         .fault = [&](int) { return answer; }},
        {},
        std::move(encrypted));
    ::pause();
}
