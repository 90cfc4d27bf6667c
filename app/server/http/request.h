#pragma once
// One request of a browser or a program, as it came.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace server {

using Pairs = std::vector<std::pair<std::string, std::string>>;

// The value under `name`; nothing if there is none.
inline std::optional<std::string> value_of(const Pairs& pairs, std::string_view name) {
    const auto found = std::find_if(
        pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.first == name; });
    return found == pairs.end() ? std::nullopt : std::optional(found->second);
}

// How a request has come.
enum class Way {
    loopback,     // from this machine
    encrypted,    // over the network
    unencrypted,  // over the network, to a port that is for encrypted ones
};

struct Request {
    std::string method;                 // "GET"
    std::string target;                 // as it was sent: "/api/v1/patients?search=h%C3%BCda"
    std::vector<std::string> segments;  // of the path, decoded: {"api", "v1", "patients"}
    Pairs query;                        // decoded, in order
    Pairs headers;                      // names in lower case, in order
    std::string body;
    std::string address{};  // of the other end of the connection: "127.0.0.1", "fd00::7"
    int port = 0;           // of ours
    Way way = Way::loopback;

    std::optional<std::string> header(std::string_view name) const {
        return value_of(headers, name);
    }
    // What a query parameter says, and what it says each time that it is given.
    std::optional<std::string> query_parameter(std::string_view name) const {
        return value_of(query, name);
    }
    std::vector<std::string> query_parameters(std::string_view name) const {
        std::vector<std::string> values;
        for (const auto& [key, value] : query) {
            if (key == name) {
                values.push_back(value);
            }
        }
        return values;
    }
    bool reads() const { return method == "GET" || method == "HEAD"; }
};

}  // namespace server
