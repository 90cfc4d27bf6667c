#include "app/server/http/refusals.h"

#include <algorithm>

#include "schema/types/error.h"

namespace server {

Refusal fault(int status) {
    switch (status) {
        case 413:
            return {.status = status,
                    .detail = "the body is longer than this takes",
                    .remedy = "send less at a time",
                    .told = {"error.too_much"}};
        case 503:
            return {.status = status,
                    .detail =
                        "too much waits to be done, for this browser or for all, or the "
                        "server is about to stop",
                    .remedy = "try again in a moment",
                    .headers = {{"Retry-After", "1"}},
                    .told = {"error.busy"}};
        case 500:
            return {.status = status,
                    .detail =
                        "something failed inside; nothing was written that was not "
                        "acknowledged",
                    .remedy = "see what the program says where it was started",
                    .told = {"error.inside"}};
        default:
            return {.status = 400,
                    .detail = "this is not a sound HTTP request",
                    .remedy = "look at the target, Host, and how the body's length is told"};
    }
}

void require_submission_key(const Request& request) {
    constexpr std::size_t longest = 200;
    const auto key = request.header("idempotency-key");
    const bool sound =
        key && !key->empty() && key->size() <= longest &&
        std::all_of(key->begin(), key->end(), [](unsigned char c) { return c > 0x20 && c < 0x7F; });
    if ((request.method == "POST" || key) && !sound) {
        throw schema::misused("Idempotency-Key",
                              key ? "is not a key" : "is missing",
                              "send a new random key with each submission, and the same key when "
                              "you send it again: 1 to 200 visible ASCII characters");
    }
}

}  // namespace server
