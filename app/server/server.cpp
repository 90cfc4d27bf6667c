#include "app/server/server.h"

#include <utility>

#include "app/server/request_dispatcher.h"

namespace server {

// The socket first: a second server on the port is refused before it touches the book.
Server::Server(Options options) {
    LoopbackSocket socket(options.port);
    port_ = socket.port();
    dispatcher_ = std::make_unique<RequestDispatcher>(options, port_);
    listener_ =
        std::make_unique<Listener>(std::move(socket), dispatcher_->handler(), options.limits);
}

Server::~Server() = default;

std::string Server::address() const {
    return dispatcher_->guard().address();
}

std::string Server::new_address() {
    dispatcher_->guard().renew_address();
    return address();
}

bool Server::has_accounts() const {
    return dispatcher_->guard().has_accounts();
}

void Server::stop() {
    listener_->stop();
}

}  // namespace server
