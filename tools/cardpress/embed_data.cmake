# SPDX-License-Identifier: Apache-2.0
# Writes ${OUTPUT}: the text files under ${DATA} as C++ string literals.
# usage: cmake -DDATA=folder -DOUTPUT=file.cpp -P embed_data.cmake

function(append_table function_name folder)
  file(GLOB files LIST_DIRECTORIES false ${DATA}/${folder}/*.txt)
  list(SORT files)
  set(rows "")
  foreach(path ${files})
    get_filename_component(name ${path} NAME_WE)
    file(READ ${path} text)
    string(APPEND rows "      {\"${name}\", R\"~(${text})~\"},\n")
  endforeach()
  set(source "${source}std::vector<EmbeddedFile> ${function_name}() {\n  return {\n${rows}  };\n}\n\n" PARENT_SCOPE)
endfunction()

set(source "// Generated from tools/cardpress/data by embed_data.cmake.\n#include \"tools/cardpress/embedded_data.h\"\n\n")
string(APPEND source "namespace kith::tools {\n\n")
append_table(LanguageFiles languages)
append_table(CountryFiles countries)
file(READ ${DATA}/stems.txt stems)
string(APPEND source "std::string_view StemsFile() {\n  return R\"~(${stems})~\";\n}\n\n}  // namespace kith::tools\n")
file(WRITE ${OUTPUT} "${source}")
