#pragma once
// A signature on the screen, as strokes.

#include <string_view>

namespace tracking {

// Throws schema::Error (refused) unless the text is "[[x,y,t,x,y,t],[…]]" as Signing says, with one
// stroke of two points at least.
void refuse_no_signature(std::string_view strokes);

}  // namespace tracking
