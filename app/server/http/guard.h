#pragma once
// Who may ask. Loopback is no boundary: any page that the same machine's browser shows can send
// requests to 127.0.0.1, and a name under somebody else's control can point there, or at an address
// of the network. So, before anything else is looked at: the exact Host, which over the network is
// one of the certificate's names; an Origin, where there is one, that is exactly that;
// no request that the browser calls cross-site. Then, for everything of the interface, in a book
// without accounts a cookie of this start, which each browser that was let in has of its own; with
// accounts the token of a device or a program, of which the dispatcher asks the book whose it is
// (asker.h). And for a write of a browser also our own header, our Origin and JSON.

#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/server/http/problem.h"
#include "app/server/http/request.h"
#include "app/server/http/response.h"

namespace server {

class ServedCertificate;

// Made anew at each start.
struct Secrets {
    std::string start;  // in the address that `serve` prints; lets one browser in
    std::string key;    // told to a page that has a cookie; a header of every write
};

Secrets new_secrets();

// What else than 127.0.0.1 it is reached by.
struct Reach {
    const ServedCertificate* certificate = nullptr;  // of encrypted connections; outlives the guard
    std::string authority{};  // the certificate of the clinic's own authority, PEM; empty: none
    std::vector<std::string> behind{};  // as NetworkOptions::behind
};

class Guard {
  public:
    Guard(int port, Secrets secrets, Reach reach = {});

    // The refusal of a request; nothing for one that may go on. Looks at no body. What is open
    // (routes/access.h) needs no cookie and no key.
    std::optional<Response> refusal(const Request& request, bool is_open) const;

    // Whether the book has accounts: as whoever looked last saw it. From then on no address lets a
    // browser in.
    bool has_accounts() const { return has_accounts_; }
    void accounts_found() { has_accounts_ = true; }

    // Of pages of a browser that was let in, in a book without accounts.
    const std::string& key() const { return secrets_.key; }
    // The token of the device that asks; nothing without its cookie.
    std::optional<std::string> device_token(const Request& request) const;
    // The Set-Cookie with it, for who asks.
    std::string device_cookie(const Request& request, const std::string& token) const;
    // Of this machine: "http://127.0.0.1:8420".
    std::string origin() const { return "http://" + host_; }
    // To which the request was sent: that one, or "https://book.clinic.example:8443". Nothing where
    // it is none of ours.
    std::optional<std::string> origin_of(const Request& request) const;
    // Whether it comes from another machine, or may.
    bool is_from_network(const Request& request) const;
    // By whom guesses are counted: the address of who asks, of whom a proxy of this machine tells,
    // or of IPv6 their network (socket_address.h).
    std::string guesser_of(const Request& request) const;
    // The last address that lets a browser in, used or not; with accounts that of the pages.
    std::string address() const;
    // Another one; the last is worth nothing any more.
    void renew_address();
    // The Set-Cookie of a browser that is let in by the secret of the last address; nothing for
    // another secret, and when somebody came with this one before.
    std::optional<std::string> admit(std::string_view secret);
    // Which of the browsers that were let in asks, counted from 0; nothing for one that was not.
    std::optional<std::size_t> browser_of(const Request& request) const;

  private:
    std::optional<Response> refusal_of_place(const Request& request) const;
    Response way_to_encryption(const Request& request) const;
    bool is_passed_on(const Request& request) const;
    std::string device_cookie_name(const Request& request) const;
    std::optional<Response> refusal_of_stranger(const Request& request) const;
    std::optional<Response> refusal_of_write(const Request& request, bool is_open) const;
    bool has_key(const Request& request) const;

    const int port_;
    const std::string host_;
    const std::string cookie_name_;  // has the port in it: cookies know none
    const Reach reach_;
    std::atomic<bool> has_accounts_ = false;
    Secrets secrets_;
    mutable std::mutex mutex_;  // of the start secret and the cookies
    bool is_used_ = false;
    std::vector<std::string> cookies_;  // of the browsers that were let in, in their order
};

// Whether its body is a picture, not JSON: POST /api/v1/patients/{chart}/photo.
bool is_upload(const Request& request);

// Whether it is under /api: such a request is answered in JSON, and only to who may ask.
bool is_interface(const Request& request);

// 401, of a book with accounts; whatever is wrong with a token, the words are the same.
Refusal not_signed_in();

}  // namespace server
