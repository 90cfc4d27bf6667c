#pragma once
// Pictures that somebody sent, looked into by a program of its own, needlebook-photos
// (app/pictures): what it decodes may be made to break in, and there it finds no file, no network,
// no other program, little memory and little time. What it answers is taken as coming from somebody
// who may have broken in: bounds are looked at again here.

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/records/photo_figures.h"

namespace libraries {

inline constexpr std::size_t most_picture_bytes = 40 * 1000 * 1000;
inline constexpr std::int64_t most_picture_pixels = 100 * 1000 * 1000;
// The longest side of the pictures for the screen, in pixels.
inline constexpr int small_picture = 320;
inline constexpr int screen_picture = 1280;

// A picture without anything but its pixels.
struct Picture {
    std::string bytes;
    std::string format;  // "jpeg", "png"
    int width = 0;       // as the bytes have them
    int height = 0;
    int orientation = 1;  // 1 to 8, as in EXIF: how it is to be turned when it is shown
    // When the camera said that it was taken, "2026-01-05T10:30:00", by whatever clock it has.
    std::optional<std::string> taken;
    std::map<int, std::string> smaller;  // by their longest side, turned already: JPEG
    // What can be compared with another picture's; nothing of colours that are no sRGB.
    std::optional<schema::PhotoFigures> figures;
};

// What stays of an upload: of a JPEG the very coefficients, turned without loss where its size
// allows; a PNG's pixels; WebP and HEIC as JPEG of high quality. Colours of the latter three are
// turned into sRGB; a JPEG loses its colour profile. Throws schema::Error: refused for what is no
// picture of these formats, is broken, too big, or takes too long; unavailable where the program is
// not there or cannot be run.
Picture accept_picture(std::string_view upload);

// A smaller picture of what was accepted, as JPEG. Throws as accept_picture.
std::string smaller_picture(std::string_view bytes, int orientation, int longest_side);

// needlebook-photos beside this program, or in the folder above. Throws schema::Error
// (unavailable).
std::filesystem::path pictures_program();

// For tests: what becomes of the program when it tries something once it is confined; "exit 0",
// "signal 31".
std::string confined_try(const std::string& what);

}  // namespace libraries
