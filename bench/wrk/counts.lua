-- Every request asks for a badge that nobody asked for before. Argument: FILE:FIRST:KIND. The file has the names of
-- projects, one a line; FIRST is the place of the first pair of kind and project; KIND is "downloads" or "plain".
dofile(debug.getinfo(1, "S").source:sub(2):match("^(.*/)") .. "report.lua")

local kinds = {
  downloads = {
    "/download/%s/badge.svg", "/download-week/%s/badge.svg", "/download-day/%s/badge.svg", "/d/%s/badge.png",
  },
  plain = {
    "/badge/%s-of-us-blue.svg", "/badge/%s-of-us-green.svg", "/badge/%s-of-us-red.svg", "/badge/%s-of-us-blue.png",
  },
}
local names, paths, place = {}, nil, 0

function init(arguments)
  local file, first, kind = arguments[1]:match("^(.*):(%d+):(%a+)$")
  for name in io.lines(file) do
    names[#names + 1] = kind == "plain" and name:gsub("%-", "_") or name
  end
  paths, place = kinds[kind], tonumber(first)
end

function request()
  local path = paths[math.floor(place / #names) % #paths + 1]
  local name = names[place % #names + 1]
  place = place + 1
  return wrk.format("GET", path:format(name))
end
