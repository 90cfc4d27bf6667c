# cmake -DINPUTS=a.rules;… -DOUTPUT=… -P embed.cmake: writes the texts of the files into one C++ source.
list(SORT INPUTS)
set(rows "")
foreach(file IN LISTS INPUTS)
  get_filename_component(name ${file} NAME_WE)
  file(READ ${file} text)
  string(APPEND rows "        {\"${name}\", R\"RULES(${text})RULES\"},\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"app/import/proposal/rules.h\"

namespace exchange {

const std::vector<ShippedRules>& shipped_rules() {
    static const std::vector<ShippedRules> all{
${rows}    };
    return all;
}

}  // namespace exchange
")
