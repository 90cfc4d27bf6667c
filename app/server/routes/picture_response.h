#pragma once
// A photograph as an answer, in the size that is asked for.

#include <memory>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "app/libraries/pictures.h"
#include "app/server/http/response.h"
#include "app/server/routes/call.h"
#include "app/tracking/photos/photos.h"
#include "schema/records/photo.h"
#include "schema/types/error.h"

namespace server {

// The longest side in pixels of `size` in the query, small or screen; nothing for whole, and
// without it. Throws schema::Error (misused) for another word.
inline std::optional<int> size_asked_for(const Call& call) {
    const auto size = call.request.query_parameter("size").value_or("whole");
    if (size == "whole") {
        return std::nullopt;
    }
    if (size != "small" && size != "screen") {
        throw schema::misused(
            "size", fmt::format("\"{}\" is not small, screen or whole", size), "give one of these")
            .as("address_value", {{"value", size}});
    }
    return size == "small" ? libraries::small_picture : libraries::screen_picture;
}

// Of a photograph that may be shown (app/tracking/photos/consents.h: the caller asks). Throws
// schema::Error as tracking::photo_bytes and photo_size.
inline Response picture_response(const db::Book& book,
                                 const schema::Photo& photo,
                                 std::optional<int> longest_side) {
    auto bytes = longest_side ? tracking::photo_size(book, photo, *longest_side)
                              : tracking::photo_bytes(book, photo);
    const bool is_png = !longest_side && photo.format == schema::PhotoFormat::png;
    return {.content_type = is_png ? "image/png" : "image/jpeg",
            .headers = {{"Content-Security-Policy", "default-src 'none'; sandbox"},
                        {"Cross-Origin-Resource-Policy", "same-origin"}},
            .body = std::make_shared<const std::string>(std::move(bytes))};
}

}  // namespace server
