// What happens to the project, told to every page of the preview. One page of the browser listens to the server and tells the
// others, since a browser opens only a few connections to one address.

const channel = new BroadcastChannel("numerate");
const listeners = [];
let last = null;

function tell(message) {
  for (const listener of listeners) listener(message);
}

channel.onmessage = ({ data }) => {
  if (data.kind === "ask" && last) channel.postMessage(last);
  else if (data.kind === "news" && last === null) tell(data);
  else if (data.kind !== "ask" && data.kind !== "news") tell(data);
};

// Calls `listener` with each message: {kind: "news", revision, whole, paths}, and whatever pages say to one another.
export function listen(listener) {
  listeners.push(listener);
  channel.postMessage({ kind: "ask" });
}

// Says something to the other pages.
export function say(message) {
  channel.postMessage(message);
}

// Whoever holds the lock listens; when that page goes away, the next one does.
navigator.locks.request("numerate-events", () => {
  const events = new EventSource("/-/events");
  events.onopen = () => document.documentElement.removeAttribute("data-numerate-lost");
  events.onerror = () => tell({ kind: "lost" });
  events.onmessage = ({ data }) => {
    last = { kind: "news", ...JSON.parse(data) };
    tell(last);
    channel.postMessage(last);
  };
  return new Promise(() => {});
});
