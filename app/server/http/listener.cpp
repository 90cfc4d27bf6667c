#include "app/server/http/listener.h"

#include <utility>

#include "app/server/http/arrivals.h"
#include "app/server/http/daemon.h"

namespace server {

class Listener::Network {
  public:
    Network(Works& works, Encrypted encrypted)
        : encrypted_(works, &encrypted.certificate),
          unencrypted_(works, nullptr),
          arrivals_(std::move(encrypted.sockets),
                    works.limits,
                    [this](int socket, const SocketAddress& from, bool is_encrypted) {
                        (is_encrypted ? encrypted_ : unencrypted_).add(socket, from);
                    }) {}

    void take_no_more() { arrivals_.stop(); }
    void stop() {
        encrypted_.stop();
        unencrypted_.stop();
    }

  private:
    Daemon encrypted_;
    Daemon unencrypted_;
    Arrivals arrivals_;  // last: it brings connections to the others
};

Listener::Listener(ListeningSocket loopback,
                   RequestHandler handler,
                   const Limits& limits,
                   std::optional<Encrypted> network)
    : works_(std::make_unique<Works>(std::move(handler), limits)),
      loopback_(std::make_unique<Daemon>(*works_, std::move(loopback))),
      network_(network ? std::make_unique<Network>(*works_, std::move(*network)) : nullptr) {}

Listener::~Listener() {
    stop();
}

void Listener::stop() {
    if (std::exchange(is_stopped_, true)) {
        return;
    }
    loopback_->take_no_more();
    if (network_) {
        network_->take_no_more();
    }
    works_->finish();
    loopback_->stop();
    if (network_) {
        network_->stop();
    }
}

}  // namespace server
