#pragma once
// What becomes of a picture that somebody sent. Only by who is confined (confined.h).

#include <string>
#include <string_view>

namespace pictures {

// Why it is not taken: "format", "pixels", "kind", "broken" (app/libraries/pictures.cpp says these
// to people).
struct Refused {
    std::string code;
};

// Throws Refused for more pixels than are taken, and for none.
void refuse_too_many(int width, int height);

// Loads what decoding needs of the system, while files can still be opened. Throws
// std::runtime_error.
void prepare();

// The answer that app/libraries/pictures.cpp reads: lines "name value", a blank line, then the
// picture without its metadata and the smaller ones, as long as the lines say. Throws Refused.
std::string accept(std::string_view upload);

// The same of one smaller picture, of what was accepted before.
std::string smaller(std::string_view bytes, int orientation, int longest_side);

}  // namespace pictures
