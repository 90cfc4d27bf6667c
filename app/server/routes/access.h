#pragma once
// Who may use a route. Every route says so: there is no default.

#include <optional>

#include "app/access/right.h"

namespace server {

using access_control::Right;

// Anybody: the answer shows nothing of a record but to who proves themselves in the request.
struct Open {};

// Whoever is signed in, whatever their rights; in a book without accounts every browser that was
// let in.
struct SignedIn {};

class Access {
  public:
    Access(Right right) : right_(right) {}
    Access(Open) : is_open_(true) {}
    Access(SignedIn) {}

    bool is_open() const { return is_open_; }
    // What the role must have; nothing for the other two.
    std::optional<Right> right() const { return right_; }

  private:
    std::optional<Right> right_;
    bool is_open_ = false;
};

}  // namespace server
