#include "app/cli/serving/network_given.h"

#include <fmt/format.h>

#include "app/server/tls/own_certificate.h"
#include "schema/types/error.h"

namespace cli {

namespace {

server::SocketAddress address_of(const std::string& text) {
    const auto address = server::SocketAddress::read(text, usual_network_port);
    if (!address) {
        throw schema::refused("--listen",
                              fmt::format("\"{}\" is not an address of a network", text),
                              "give one of this machine, with a port if you like: 192.168.1.10, "
                              "192.168.1.10:8443, [fd00::5]:8443; 0.0.0.0 stands for all");
    }
    return *address;
}

void need_listen(const Arguments& arguments, const char* option) {
    if (arguments.has(option) && !arguments.has("listen")) {
        throw schema::refused(fmt::format("--{}", option),
                              "says nothing without --listen: on this machine nothing is encrypted",
                              "add --listen ADDRESS, or leave it out");
    }
}

}  // namespace

std::vector<Option> network_options() {
    return {
        {.name = "listen",
         .value = "ADDRESS[:PORT]",
         .meaning = "serve the clinic's network too, encrypted, at this address of this machine; "
                    "by itself port 8443",
         .repeated = true},
        {"certificate",
         "FILE",
         "the certificate for --listen in PEM; by itself that of `needlebook certificate make`"},
        {"key", "FILE", "its private key in PEM; by itself it is looked for in --certificate"},
        {"ca-key",
         "FILE",
         "the key of the clinic's authority, to renew the certificate by itself; by itself the one "
         "on this machine"},
        {"ca-passphrase", "FILE", "a file whose first line opens that key"},
        {.name = "behind",
         .value = "NAME[:PORT]",
         .meaning = "a proxy of this machine passes on what comes encrypted to this name",
         .repeated = true},
    };
}

server::NetworkOptions network_given(const Arguments& arguments) {
    for (const auto* option : {"certificate", "key", "ca-key", "ca-passphrase"}) {
        need_listen(arguments, option);
    }
    server::NetworkOptions network;
    for (const auto& text : arguments.all("listen")) {
        network.listen.push_back(address_of(text));
    }
    for (const auto& text : arguments.all("behind")) {
        network.behind.push_back(server::checked_public_name(text));
    }
    if (network.listen.empty()) {
        return network;
    }
    const auto given = arguments.one("certificate");
    if (given) {
        network.certificate = {*given, arguments.one("key").value_or(*given)};
        return network;
    }
    if (arguments.has("key")) {
        throw schema::refused(
            "--key", "is the key of a certificate, and none is named", "add --certificate FILE");
    }
    const auto own = server::own_certificate_files();
    if (std::filesystem::exists(own.server)) {
        network.certificate = {own.server, own.server};
        network.authority = own.authority;
        if (const auto passphrase = arguments.one("ca-passphrase")) {
            network.renewal = {arguments.one("ca-key").value_or(own.authority_key.string()),
                               *passphrase};
        }
    }
    return network;
}

}  // namespace cli
