#include "app/server/server.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "app/server/first_start.h"
#include "app/server/request_dispatcher.h"
#include "app/tracking/wall_clock.h"
#include "schema/types/error.h"

namespace server {

namespace {

std::string text_of(const std::filesystem::path& file) {
    std::ostringstream bytes;
    if (!file.empty()) {
        bytes << std::ifstream(file, std::ios::binary).rdbuf();
    }
    return std::move(bytes).str();
}

std::function<std::chrono::sys_seconds()> moment_of(const Options& options) {
    return options.moment ? options.moment : &tracking::moment_now;
}

}  // namespace

// The socket first: a second server on the port is refused before it touches the book.
Server::Server(Options options) : options_(std::move(options)) {
    ListeningSocket socket(SocketAddress::loopback(options_.port));
    port_ = socket.port();
    events_ = std::make_unique<Events>(options_.on_message, options_.on_admitted);
    auto network = encrypted();
    guard_ = std::make_unique<Guard>(port_,
                                     new_secrets(),
                                     Reach{.certificate = certificate_.get(),
                                           .authority = text_of(options_.network.authority),
                                           .behind = options_.network.behind});
    if (place_of_book(options_.book)) {
        first_start_ =
            std::make_unique<FirstStart>(options_, *guard_, *events_, [this] { serve_book(); });
        beginning_ = first_start_->handler();
        now_ = &beginning_;
    } else {
        serve_book();
    }
    listener_ = std::make_unique<Listener>(
        std::move(socket), handler(), options_.limits, std::move(network));
}

Server::~Server() = default;

std::optional<Encrypted> Server::encrypted() {
    const auto& network = options_.network;
    if (!network.is_open()) {
        return std::nullopt;
    }
    if (place_of_book(options_.book)) {
        throw schema::refused(options_.book.string(),
                              "is not there: a book is begun on the machine that serves it, before "
                              "others of the network see it",
                              "begin it without --listen and --behind, and give people accounts");
    }
    refuse_unless_for_the_network(db::Book::open(options_.book));
    if (network.listen.empty()) {
        return std::nullopt;
    }
    if (!network.certificate) {
        throw schema::refused("--listen",
                              "needs a certificate: on the network everything is encrypted",
                              "make one, or give yours: --certificate FILE --key FILE",
                              "needlebook certificate make --name ADDRESS");
    }
    const auto now = moment_of(options_);
    certificate_ = std::make_unique<ServedCertificate>(*network.certificate, now());
    std::vector<ListeningSocket> sockets;
    for (const auto& address : network.listen) {
        sockets.emplace_back(address);
        listened_.push_back(*SocketAddress::own(sockets.back().descriptor()));
        if (addresses_at(listened_.back()).empty()) {
            throw schema::refused("--listen " + address.address(),
                                  "is not among the names of the certificate: no browser would "
                                  "take it",
                                  "make one that names it, or listen elsewhere",
                                  "needlebook certificate renew --name " + address.address());
        }
    }
    watch_ = std::make_unique<CertificateWatch>(
        *certificate_,
        CertificateWatch::Options{
            .between_looks = network.between_looks,
            .renewal = network.renewal,
            .now = now,
            .log = options_.log,
            .message = [this](const std::string& line) { events_->happened(line); }});
    return Encrypted{std::move(sockets), *certificate_};
}

std::vector<std::string> Server::addresses_at(const SocketAddress& listened) const {
    std::vector<std::string> all;
    for (const auto& name : certificate_->shown().names) {
        const bool is_elsewhere =
            ip_address(name) && !listened.is_any() && name != listened.address();
        if (!is_elsewhere && !name.starts_with("*.")) {
            all.push_back(listened.port() == https_port
                              ? fmt::format("https://{}/", host_text(name))
                              : fmt::format("https://{}:{}/", host_text(name), listened.port()));
        }
    }
    return all;
}

std::vector<std::string> Server::network_addresses() const {
    std::vector<std::string> all;
    for (const auto& listened : listened_) {
        for (auto& address : addresses_at(listened)) {
            if (std::find(all.begin(), all.end(), address) == all.end()) {
                all.push_back(std::move(address));
            }
        }
    }
    for (const auto& name : options_.network.behind) {
        all.push_back("https://" + name + "/");
    }
    return all;
}

std::optional<Certificate> Server::certificate() const {
    return certificate_ ? std::optional(certificate_->shown()) : std::nullopt;
}

// Whatever was asked before is answered by whoever began to.
void Server::serve_book() {
    for (const auto& address : network_addresses()) {
        options_.reachable.push_back(address.substr(0, address.size() - 1));
    }
    dispatcher_ = std::make_unique<RequestDispatcher>(
        options_, *guard_, *events_, [this]() -> std::optional<schema::Problem> {
            return watch_ ? watch_->problem() : std::nullopt;
        });
    serving_ = dispatcher_->handler();
    now_ = &serving_;
}

// A request that comes while the book is begun may be let in by the one and answered by the other.
RequestHandler Server::handler() {
    return {
        .refusal = [this](const Request& request) { return now_.load()->refusal(request); },
        .body_limit = [this](const Request& request) { return now_.load()->body_limit(request); },
        .placement = [this](const Request& request) { return now_.load()->placement(request); },
        .answer = [this](const Request& request) { return now_.load()->answer(request); },
        .fault = [this](int status) { return now_.load()->fault(status); }};
}

std::string Server::address() const {
    return guard_->address();
}

std::string Server::new_address() {
    guard_->renew_address();
    return address();
}

bool Server::has_accounts() const {
    return guard_->has_accounts();
}

void Server::stop() {
    listener_->stop();
}

}  // namespace server
