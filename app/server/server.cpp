#include "app/server/server.h"

#include <utility>

#include "app/server/desk.h"

namespace server {

// The socket first: a second server on the port is refused before it touches the book.
Server::Server(Options options) {
    LoopbackSocket socket(options.port);
    port_ = socket.port();
    desk_ = std::make_unique<Desk>(options, port_);
    listener_ = std::make_unique<Listener>(std::move(socket), desk_->application(), options.limits);
}

Server::~Server() = default;

std::string Server::address() const {
    return desk_->guard().address();
}

std::string Server::new_address() {
    desk_->guard().renew_address();
    return address();
}

void Server::stop() {
    listener_->stop();
}

}  // namespace server
