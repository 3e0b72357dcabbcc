# The network of Tests/network/run, as functions: five machines, a LAN, a router that hides one of them, and its weather.
# shellcheck shell=bash
#
#     desk .1   laptop .2   attic .3          10.77.0.0/24, a bridge in the namespace “lan”
#       └──────────┴──────────┴── .254 feeds
#                                 .9 router ── den      192.168.77.0/24, masqueraded: den can only call
#     cabin                                             no network at all; a folder that it shares with desk
#
# Everything lies in namespaces named after $world, so that nothing of the machine's own network is touched.

nodes=(desk laptop attic den cabin)
on_network=(desk laptop attic den)
declare -A address=([desk]=10.77.0.1 [laptop]=10.77.0.2 [attic]=10.77.0.3 [den]=10.77.0.9)
feed_server=10.77.0.254

# Why this machine cannot hold such a world; nothing if it can.
why_not() {
  [ "$(id -u)" -eq 0 ] || { echo "it takes root to make network namespaces"; return; }
  local tool
  for tool in ip tc nft socat; do
    command -v "$tool" >/dev/null || { echo "there is no $tool (packages iproute2, nftables, socat)"; return; }
  done
  ip netns add "$world-try" 2>/dev/null || { echo "this kernel or container has no network namespaces"; return; }
  if ! ip -n "$world-try" link add one type veth peer name two 2>/dev/null; then
    echo "this kernel has no veth"
  elif ! ip -n "$world-try" link add three type bridge 2>/dev/null; then
    echo "this kernel has no bridge"
  elif ! in_space try nft add table inet wiredesk 2>/dev/null; then
    echo "this kernel has no nftables"
  fi
  ip netns del "$world-try"
}

in_space() { local space=$1; shift; ip netns exec "$world-$space" "$@"; }

# cable SPACE DEVICE ADDRESS OTHER-SPACE OTHER-DEVICE
cable() {
  ip -n "$world-$1" link add "$2" type veth peer name "$5" netns "$world-$4"
  [ "$3" = - ] || ip -n "$world-$1" address add "$3/24" dev "$2"
  ip -n "$world-$1" link set dev "$2" up
  ip -n "$world-$4" link set dev "$5" up
}

make_network() {
  local space
  for space in lan router "${nodes[@]}"; do
    ip netns add "$world-$space"
    ip -n "$world-$space" link set lo up
  done
  ip -n "$world-lan" link add bridge type bridge
  ip -n "$world-lan" address add $feed_server/24 dev bridge
  ip -n "$world-lan" link set bridge up
  for space in desk laptop attic router; do
    cable "$space" line "${address[$space]:-${address[den]}}" lan "to-$space"
    ip -n "$world-lan" link set "to-$space" master bridge
  done
  cable den line 192.168.77.2 router inside
  ip -n "$world-router" address add 192.168.77.1/24 dev inside
  ip -n "$world-den" route add default via 192.168.77.1
  in_space router sysctl -qw net.ipv4.ip_forward=1
  in_space router nft -f - <<NFT
table ip hide {
  chain going {
    type nat hook postrouting priority 100;
    oifname "line" masquerade
  }
  chain passing {
    type filter hook forward priority 0;
    iifname "line" ct state new drop
  }
}
NFT
  for space in "${on_network[@]}"; do
    in_space "$space" nft -f - <<NFT
table inet weather {
  chain coming {
    type filter hook input priority 0;
  }
}
NFT
  done
  has_netem=no
  if tc -n "$world-lan" qdisc add dev to-desk root netem delay 1ms 2>/dev/null; then
    has_netem=yes
    tc -n "$world-lan" qdisc del dev to-desk root
  fi
}

unmake_network() {
  local space
  for space in lan router "${nodes[@]}" try; do ip netns del "$world-$space" 2>/dev/null || true; done
}

# --- Weather. What is sent is held up and lost by netem; without it, slowed and queued by tbf and lost by nft.

# rough NODE LOSS-PERCENT DELAY-MILLISECONDS
rough() {
  if [ $has_netem = yes ]; then
    tc -n "$world-$1" qdisc replace dev line root netem loss "$2%" delay "$3ms" "$(($3 / 3))ms" rate 20mbit
  else
    tc -n "$world-$1" qdisc replace dev line root tbf rate "$((4000 / ($3 + 1) + 256))kbit" burst 16kb latency "$(($3 * 4 + 50))ms"
    in_space "$1" nft add rule inet weather coming numgen random mod 100 '<' "$2" drop
  fi
}

# What ONE sends does not reach OTHER any more; the other way is open.
cut_one_way() { in_space "$2" nft add rule inet weather coming ip saddr "${address[$1]}" drop; }

cut_off() { in_space "$1" nft add rule inet weather coming iifname line drop; }

clear_up() {
  in_space "$1" nft flush chain inet weather coming
  tc -n "$world-$1" qdisc del dev line root 2>/dev/null || true
}
