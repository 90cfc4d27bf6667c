// Any bytes as a picture that somebody sends: refused, or kept as what is accepted again, without a
// time, an orientation that could be turned, or anything but its pixels.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include <vips/vips.h>

#include "app/pictures/picture.h"

namespace {

// What takes the decoders long teaches the fuzzer nothing; needlebook-photos has its 20 seconds.
constexpr std::int64_t most_pixels = 1'000'000;

void demand(bool holds) {
    if (!holds) {
        std::abort();
    }
}

bool is_large(std::string_view bytes) {
    VipsImage* const image = vips_image_new_from_buffer(bytes.data(), bytes.size(), "", nullptr);
    vips_error_clear();
    if (image == nullptr) {
        return false;
    }
    const bool large = std::int64_t{image->Xsize} * image->Ysize > most_pixels;
    g_object_unref(image);
    return large;
}

std::string line_of(std::string_view answer, std::string_view name) {
    const auto begin = answer.find(name);
    if (begin == std::string_view::npos) {
        return "";
    }
    const auto after = begin + name.size();
    return std::string(answer.substr(after, answer.find('\n', after) - after));
}

// The lines of an answer, and the picture after them.
struct Answer {
    std::string lines;
    std::string picture;
};

Answer answer_of(const std::string& text) {
    const auto end = text.find("\n\n");
    demand(end != std::string::npos);
    Answer answer{.lines = "\n" + text.substr(0, end + 1), .picture = text.substr(end + 2)};
    std::size_t all = 0;
    for (const auto* name : {"\nbytes ", "\nside-320 ", "\nside-1280 "}) {
        all += std::stoul(line_of(answer.lines, name));
    }
    demand(all == answer.picture.size());
    answer.picture.resize(std::stoul(line_of(answer.lines, "\nbytes ")));
    return answer;
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    pictures::prepare();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (is_large(bytes)) {
        return 0;
    }
    try {
        const auto kept = answer_of(pictures::accept(bytes));
        const auto again = answer_of(pictures::accept(kept.picture));
        demand(line_of(again.lines, "\ntaken ").empty());
        demand(line_of(again.lines, "\norientation ") == "1");
        demand(line_of(again.lines, "\nwidth ") == line_of(kept.lines, "\nwidth "));
        demand(line_of(again.lines, "\nheight ") == line_of(kept.lines, "\nheight "));
        // A JPEG of ours is written anew once more; from then on it is as it is.
        demand(answer_of(pictures::accept(again.picture)).picture == again.picture);
    } catch (const pictures::Refused&) {
        // No picture.
    }
    vips_error_clear();
    return 0;
}
