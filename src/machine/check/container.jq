# Which wish no container fulfils, said of the one that comes closest: {name, kind, wanted, seen}; nothing if one fulfils
# all; kind "none" if there is none. $wishes: [{kind, value}]; $id: of the image that is wished for, or ""; $state: likewise.
def pair($list; $value): ($value | split("=")[0] + "=") as $key | [$list[]? | strings | select(startswith($key))][0] // "";
def words($list): [$list[]? | strings] | if .[:2] == ["/bin/sh", "-c"] then .[2:] else . end | join(" ");
def ports: [ ((.HostConfig.PortBindings // {}), (.NetworkSettings.Ports // {})) | to_entries[]
  | (.key | rtrimstr("/tcp")) as $inner | .value[]? | "\(.HostPort):\($inner)" ] | unique;
def mounts: [ .Mounts[]? | "\(if (.Name // "") != "" then .Name else .Source end):\(.Destination)" ];

# null: fulfilled; else what is seen instead
def seen($wish):
  $wish.value as $value
  | if $wish.kind == "from" then
      if .Config.Image == $value or .Config.Image == $value + ":latest" or ($id != "" and .Image == $id) then null else .Config.Image end
    elif $wish.kind == "port" then ports | if index([$value | rtrimstr("/tcp")]) then null else join(", ") end
    elif $wish.kind == "env" then pair(.Config.Env; $value)
      | if . == $value or (($value | contains("=") | not) and . != "") then null else . end
    elif $wish.kind == "label" then [(.Config.Labels // {}) | to_entries[] | "\(.key)=\(.value)"] as $labels
      | pair($labels; $value) | if . == $value then null else . end
    elif $wish.kind == "mount" then
      if any(.Mounts[]?; "\(.Name // ""):\(.Destination)" == $value or "\(.Source):\(.Destination)" == $value) then null
      else mounts | join(", ") end
    elif $wish.kind == "network" then (.NetworkSettings.Networks // {})
      | if has($value) then null else keys | join(", ") end
    elif $wish.kind == "command" then words([.Path] + (.Args // [])) as $all | words(.Config.Cmd) as $cmd
      | if $value == $all or $value == $cmd then null else $all end
    elif $wish.kind == "state" then .State.Status | if $value == "" or . == $value then null else . end
    else null end;

if length == 0 then {kind: "none"}
else
  [ .[] | . as $one
    | { name: (.Name | strings | ltrimstr("/") | .[:64]),
        unmet: [ ($wishes + [{kind: "state", value: $state}])[] | . as $wish | ($one | seen($wish)) as $seen | select($seen != null)
          | {kind: $wish.kind, wanted: $wish.value, $seen} ] } ]
  | min_by(.unmet | length)
  | .name as $name | (.unmet[0] // empty) + {$name}
end
