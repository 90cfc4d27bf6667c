#include "app/server/body_limit.h"

#include "app/libraries/pictures.h"
#include "app/server/http/guard.h"

namespace server {

namespace {

constexpr std::size_t longest_record = 1024 * 1024;
constexpr std::size_t longest_of_a_page = 1024;  // a page is only read
constexpr std::size_t longest_of_anybody = 16 * 1024;
constexpr std::size_t longest_import = 64 * 1024 * 1024;

}  // namespace

std::size_t longest_body(const Request& request, bool is_of_anybody) {
    if (is_of_anybody) {
        return longest_of_anybody;
    }
    if (!is_interface(request)) {
        return longest_of_a_page;
    }
    if (is_upload(request)) {
        return libraries::most_picture_bytes;
    }
    const bool imports = !request.segments.empty() && request.segments.back() == "imports";
    return imports ? longest_import : longest_record;
}

}  // namespace server
