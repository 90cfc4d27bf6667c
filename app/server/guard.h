#pragma once
// Who may ask. Loopback is no boundary: any page that the same machine's browser shows can send
// requests to 127.0.0.1, and a name under somebody else's control can point there. So, before
// anything else is looked at: the exact Host; an Origin, where there is one, that is exactly ours;
// no request that the browser calls cross-site. Then the cookie of this start for everything of the
// interface; and for a write also our own header, our Origin and JSON.

#include <optional>
#include <string>

#include "app/server/request.h"
#include "app/server/response.h"

namespace server {

// Made anew at each start.
struct Secrets {
    std::string start;   // in the address that `serve` prints
    std::string cookie;  // what that address leaves in the browser
    std::string key;     // told to a page that has the cookie; a header of every write
};

Secrets new_secrets();

class Guard {
  public:
    Guard(int port, Secrets secrets);

    // The refusal of a request; nothing for one that may go on. Looks at no body.
    std::optional<Response> refusal(const Request& request) const;

    const Secrets& secrets() const { return secrets_; }
    std::string origin() const { return "http://" + host_; }
    // Set-Cookie for a browser that came with the start secret.
    std::string set_cookie() const;

  private:
    bool has_cookie(const Request& request) const;
    std::optional<Response> refusal_of_write(const Request& request) const;

    std::string host_;
    std::string cookie_name_;  // has the port in it: cookies know none
    Secrets secrets_;
};

// Whether it is under /api: such a request is answered in JSON, and only to who has the cookie.
bool is_interface(const Request& request);

}  // namespace server
