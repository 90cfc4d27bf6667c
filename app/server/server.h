#pragma once
// The web server of one book on this machine: pages and interface.

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/server/http/listener.h"
#include "app/server/network.h"
#include "schema/types/civil_time.h"

namespace server {

class Events;
class FirstStart;
class Guard;

struct Options {
    std::filesystem::path book;
    int port = 8420;      // on 127.0.0.1; 0: a free one
    std::string actor;    // who works here when a request does not say; without accounts
    std::string version;  // of the program
    // The clinic's wall clock, by its time zone.
    std::function<schema::CivilTime(const std::string& zone)> now;
    NetworkOptions network{};
    // Called with what went wrong inside, for the person at the machine; nothing of a request.
    std::function<void(const std::string& line)> log;
    // Called with the messages of events.h.
    std::function<void(const std::string& line)> on_message{};
    // Called when the secret of the address has let a browser in.
    std::function<void()> on_admitted{};
    Limits limits{};
    // How long who reads records may go unlogged before none are shown; see reading_log.h.
    std::chrono::milliseconds longest_unlogged = std::chrono::seconds(60);
    // How often it is looked whether a backup is due; see backup_keeper.h.
    std::chrono::milliseconds between_backup_looks = std::chrono::minutes(1);
    // Base addresses under which telephones can reach this server beside those of `network`,
    // "https://clinic.local:8443"; none at all: this machine only.
    std::vector<std::string> reachable{};
    // What the machine's clock shows; that of the system by itself.
    std::function<std::chrono::sys_seconds()> moment{};
};

class Server {
  public:
    // Serves from here on: the book, or where there is no file the page that begins one, and then
    // that (first_start.h). Throws schema::Error: the book cannot be opened, or none be begun; a
    // port is taken; the network is to be served, and there is no certificate for it, no book, no
    // account, or an owner without a second factor.
    explicit Server(Options options);
    // As `stop`.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    int port() const { return port_; }
    // What to open in a browser: its secret lets one in, once. With accounts that of the pages,
    // where one signs in.
    std::string address() const;
    // The same for another browser; the last address is worth nothing any more.
    std::string new_address();
    // What browsers of the network open: "https://book.clinic.example:8443/", in the order in which
    // they were asked for.
    std::vector<std::string> network_addresses() const;
    // Of the certificate that is shown to them; nothing without one.
    std::optional<Certificate> certificate() const;
    // Whether people sign in, as the last request saw it.
    bool has_accounts() const;
    // Finishes what was begun, then returns.
    void stop();

  private:
    class RequestDispatcher;
    void serve_book();
    std::optional<Encrypted> encrypted();
    // Of the certificate's names those that lead to this socket.
    std::vector<std::string> addresses_at(const SocketAddress& listened) const;
    RequestHandler handler();

    Options options_;
    int port_ = 0;
    std::vector<SocketAddress> listened_;  // encrypted, with the ports that they have
    std::unique_ptr<ServedCertificate> certificate_;
    std::unique_ptr<CertificateWatch> watch_;
    std::unique_ptr<Guard> guard_;
    std::unique_ptr<Events> events_;
    std::unique_ptr<FirstStart> first_start_;  // where there was no book
    std::unique_ptr<RequestDispatcher> dispatcher_;
    RequestHandler beginning_, serving_;
    std::atomic<const RequestHandler*> now_ = nullptr;  // one of these
    std::unique_ptr<Listener> listener_;                // last: it asks the others
};

}  // namespace server
