#include "app/server/server.h"

#include <utility>

#include "app/server/first_start.h"
#include "app/server/request_dispatcher.h"

namespace server {

// The socket first: a second server on the port is refused before it touches the book.
Server::Server(Options options) : options_(std::move(options)) {
    LoopbackSocket socket(options_.port);
    port_ = socket.port();
    guard_ = std::make_unique<Guard>(port_, new_secrets());
    events_ = std::make_unique<Events>(options_.on_message);
    if (place_of_book(options_.book)) {
        first_start_ =
            std::make_unique<FirstStart>(options_, *guard_, *events_, [this] { serve_book(); });
        beginning_ = first_start_->handler();
        now_ = &beginning_;
    } else {
        serve_book();
    }
    listener_ = std::make_unique<Listener>(std::move(socket), handler(), options_.limits);
}

Server::~Server() = default;

// Whatever was asked before is answered by whoever began to.
void Server::serve_book() {
    dispatcher_ = std::make_unique<RequestDispatcher>(options_, *guard_, *events_);
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
