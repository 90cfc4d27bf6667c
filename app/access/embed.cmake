# cmake -DINPUT=FILE -DOUTPUT=… -P embed.cmake: writes OUTPUT.S with the bytes of the list of common passwords and
# OUTPUT.cpp with where they begin and end (password.h).
file(WRITE ${OUTPUT}.S "    .section .rodata
    .global needlebook_common_passwords
    .global needlebook_common_passwords_end
needlebook_common_passwords:
    .incbin \"${INPUT}\"
needlebook_common_passwords_end:
    .byte 0
    .section .note.GNU-stack,\"\",%progbits
")
file(WRITE ${OUTPUT}.cpp "// Made by app/access/embed.cmake.
#include <cstddef>

#include \"app/access/password.h\"

extern \"C\" {
extern const char needlebook_common_passwords[];
extern const char needlebook_common_passwords_end[];
}

namespace access_control {

std::string_view common_passwords() {
    return {needlebook_common_passwords,
            static_cast<std::size_t>(needlebook_common_passwords_end - needlebook_common_passwords)};
}

}  // namespace access_control
")
