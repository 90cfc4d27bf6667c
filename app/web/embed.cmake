# cmake -DFOLDER=… -DNAMES=app.js;… -DOUTPUT=… -P embed.cmake: writes OUTPUT.S with the bytes of each file and OUTPUT.cpp
# with their list (app/web/bundle.h).
set(assembly "    .section .rodata\n")
set(declarations "")
set(rows "")
foreach(name ${NAMES})
  string(MAKE_C_IDENTIFIER "needlebook_${name}" symbol)
  string(APPEND assembly "    .global ${symbol}\n    .global ${symbol}_end\n${symbol}:\n"
         "    .incbin \"${FOLDER}/${name}\"\n${symbol}_end:\n    .byte 0\n")
  string(APPEND declarations "extern const char ${symbol}[];\nextern const char ${symbol}_end[];\n")
  string(APPEND rows "        BundledFile{\"${name}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
endforeach()
file(WRITE ${OUTPUT}.S "${assembly}    .section .note.GNU-stack,\"\",%progbits\n")
file(WRITE ${OUTPUT}.cpp "// Made by app/web/embed.cmake.
#include <array>
#include <cstddef>

#include \"app/web/bundle.h\"

extern \"C\" {
${declarations}}

namespace web {

std::span<const BundledFile> bundled_files() {
    static const std::array files{
${rows}    };
    return files;
}

}  // namespace web
")
