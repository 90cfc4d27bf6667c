#include "app/export/export_place.h"

#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "db/file/file.h"
#include "schema/types/error.h"

namespace exchange {

std::filesystem::path export_place(const std::filesystem::path& directory) {
    std::error_code error;
    auto place = std::filesystem::weakly_canonical(directory, error);
    place = place.has_filename() ? place : place.parent_path();
    const auto refused = [&](std::string what) {
        return schema::refused(
            directory.string(), std::move(what), "choose a new or an empty directory");
    };
    if (error) {
        throw refused(fmt::format("cannot be made: {}", error.message()));
    }
    if (!std::filesystem::exists(place, error)) {
        return place;
    }
    if (!std::filesystem::is_directory(place, error)) {
        throw refused("cannot be made: there is a file of this name");
    }
    if (!std::filesystem::is_empty(place, error)) {
        throw refused(error ? error.message() : "has files in it already");
    }
    if (db::identity_of(place) == db::identity_of(".")) {
        throw refused("is the folder that you work in");
    }
    return place;
}

}  // namespace exchange
