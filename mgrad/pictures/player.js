// Turns every static backward-pass picture on the page into a player. No kernel is needed.
// The picture comes from the <img> itself, the steps from the data-frames attribute;
// labels are only ever written as text, so no label can become markup.
(() => {
  const FLOW = "#D55E00", GREY = "#7B8494", SVG = "http://www.w3.org/2000/svg";
  const TALL = "min-height:44px;min-width:44px;";  // large enough for a finger
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

  function set(node, attributes) {
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    return node;
  }

  function element(tag, attributes, text) {
    const node = set(document.createElement(tag), attributes);
    if (text) node.textContent = text;
    return node;
  }

  // -- the parts of a player ----------------------------------------------------------------

  function inlinePicture(player) {  // the <img> becomes an <svg> whose parts can change
    const image = player.querySelector("img");
    const bytes = Uint8Array.from(atob(image.src.split("base64,")[1]), c => c.charCodeAt(0));
    const picture = new DOMParser().parseFromString(new TextDecoder().decode(bytes), "image/svg+xml");
    const svg = document.importNode(picture.documentElement, true);
    svg.setAttribute("style", image.getAttribute("style"));
    image.replaceWith(svg);
    set(svg.parentElement, {tabindex: 0, role: "group", "aria-label": "picture of the graph"});
    const narrowest = svg.style.minWidth;
    window.addEventListener("beforeprint", () => { svg.style.minWidth = "0"; });  // whole on paper
    window.addEventListener("afterprint", () => { svg.style.minWidth = narrowest; });
    return svg;
  }

  function controls(player, last) {
    const bar = element("div", {style: "display:flex;gap:8px;align-items:center;max-width:520px;margin-top:6px"});
    const button = (label, text) => bar.appendChild(element("button", {type: "button", "aria-label": label, title: label, style: TALL + "padding:3px 12px;font-size:15px;cursor:pointer"}, text));
    const back = button("previous step", "◀"), play = button("play", "▶ play"), next = button("next step", "▶");
    const slider = bar.appendChild(element("input", {type: "range", min: 0, max: last, value: 0, "aria-label": "step", style: TALL + "flex:1"}));
    const sentence = element("p", {"aria-live": "polite", style: "min-height:3em;margin:6px 0;max-width:60em"});
    player.querySelector(".mgrad-run").remove();
    player.querySelector("details").before(bar, sentence);
    return {back, play, next, slider, sentence};
  }

  function readCards(svg, count) {  // each with how it looks at rest
    return Array.from({length: count}, (_, k) => {
      const card = svg.querySelector(`[id="v${k}"]`), box = card.querySelector("rect");
      const [label] = card.querySelectorAll("text"), number = card.querySelector(".grad");
      const rest = {fill: box.getAttribute("fill"), stroke: box.getAttribute("stroke"), "stroke-width": box.getAttribute("stroke-width")};
      return {box, number, rest, name: label.textContent, data: card.querySelector(".data").textContent};
    });
  }

  function readEdges(svg) {  // each with an arrow head for either direction
    return [...svg.querySelectorAll(".edge")].map(group => {
      const path = group.querySelector("path"), head = group.querySelector("polygon");
      const tip = path.getPointAtLength(0), inside = path.getPointAtLength(9), length = path.getTotalLength();
      const dx = inside.x - tip.x, dy = inside.y - tip.y;
      const corners = [[tip.x, tip.y], [inside.x - dy / 2, inside.y + dx / 2], [inside.x + dy / 2, inside.y - dx / 2]];
      return {group, path, head, tip, forward: head.getAttribute("points"), backward: corners.map(c => c.join()).join(" "), middle: path.getPointAtLength(length / 2), end: path.getPointAtLength(length)};
    });
  }

  // -- one step -------------------------------------------------------------------------------

  function showCards(cards, frame) {
    cards.forEach((card, k) => {
      const lit = {fill: "#FDEFD0", stroke: FLOW, "stroke-width": 4};
      set(card.box, frame.active === k ? lit : card.rest);
      card.number.textContent = frame.grads[k];
      card.number.setAttribute("font-weight", frame.changed.includes(k) ? "bold" : "normal");
    });
  }

  function showEdges(edges, frame, notes) {
    const waiting = [...frame.flow], active = edges.filter(edge => edge.group.classList.contains(`o${frame.active}`));
    for (const edge of edges) {
      const on = frame.flow.length > 0 && active.includes(edge), colour = on ? FLOW : GREY;
      set(edge.path, {stroke: colour, "stroke-width": on ? 3 : 1.8, "stroke-dasharray": on ? "8 5" : "none"});
      set(edge.head, {fill: colour, points: on ? edge.backward : edge.forward});
      edge.path.getAnimations().forEach(animation => animation.cancel());
      if (on && !calm.matches) edge.path.animate([{strokeDashoffset: 0}, {strokeDashoffset: 13}], {duration: 700, iterations: Infinity});
      const mine = waiting.findIndex(flow => on && edge.group.classList.contains(`v${flow.parent}`) && edge.group.classList.contains("operand"));
      if (mine >= 0) writeOn(edge, waiting.splice(mine, 1)[0].text, active, notes);
    }
  }

  function writeOn(edge, text, active, notes) {  // above the edge if it comes from above the operation, else below
    const room = edge.end.x - edge.tip.x;  // between card and operation
    const level = Math.abs(edge.end.y - edge.tip.y) <= 0.2 * room;
    const crowded = level && active.some(other => other.tip.y < edge.tip.y - 20);
    const below = crowded || edge.middle.y > edge.end.y + 1;
    const label = set(document.createElementNS(SVG, "text"), {
      x: edge.middle.x - 14, y: edge.middle.y + (below ? 18 : -9), "font-family": "DejaVu Sans, Verdana, sans-serif",
      "font-size": 11.5, "font-weight": "bold", fill: "#8A3600", stroke: "#FFFFFF", "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke"});
    label.textContent = text;
    notes.append(label);
    if (!level) return;
    if (label.getComputedTextLength() > room + 60) label.textContent = text.split(" = ")[0];  // the result is on the card
    const width = label.getComputedTextLength();
    label.setAttribute("x", edge.tip.x + Math.max(4, (room - width) / 2));
    if (width > room) label.setAttribute("y", edge.middle.y + (below ? 32 : -23));  // clear of the operation
  }

  function bringIntoView(scroller, boxes) {  // scrolls the picture in its frame, never the page
    if (!boxes.length) return;
    const frame = scroller.getBoundingClientRect(), sides = boxes.map(box => box.getBoundingClientRect());
    const whole = {left: Math.min(...sides.map(side => side.left)), right: Math.max(...sides.map(side => side.right))};
    const {left, right} = whole.right - whole.left < frame.width ? whole : sides[0];  // at least the active card
    const move = (left + right - frame.left - frame.right) / 2;
    scroller.scrollTo({left: scroller.scrollLeft + move, behavior: calm.matches ? "auto" : "smooth"});
  }

  function describe(cards, frame) {
    return "Expression graph: " + cards.map((card, k) => `${card.name}: data ${card.data}, grad ${frame.grads[k]}`).join("; ");
  }

  // -- the player -----------------------------------------------------------------------------

  function start(player) {
    player.dataset.ready = "yes";
    const frames = JSON.parse(player.dataset.frames), last = frames.length - 1;
    const svg = inlinePicture(player), {back, play, next, slider, sentence} = controls(player, last);
    const cards = readCards(svg, frames[0].grads.length), edges = readEdges(svg);
    const notes = svg.appendChild(document.createElementNS(SVG, "g"));
    let step = 0, timer = null;
    set(player, {tabindex: 0, role: "group", "aria-label": "Backward pass, step by step. Arrow keys: one step; space: play or pause"});

    function show(i) {
      step = Math.max(0, Math.min(last, i));
      const frame = frames[step], place = `Step ${step} of ${last}`;
      slider.value = step;
      slider.setAttribute("aria-valuetext", place.toLowerCase());
      sentence.textContent = `${place}: ${frame.text}`;
      notes.replaceChildren();
      showCards(cards, frame);
      svg.querySelectorAll(".operation").forEach(group => group.querySelector("rect").setAttribute("fill", group.id === `o${frame.active}` && frame.flow.length ? "#B34700" : "#0072B2"));
      showEdges(edges, frame, notes);
      svg.setAttribute("aria-label", `${place}. ${describe(cards, frame)}`);
      bringIntoView(svg.parentElement, [frame.active, ...frame.changed].filter(k => k >= 0).map(k => cards[k].box));
      back.disabled = step === 0;
      next.disabled = step === last;
      if (next.disabled) stop();
    }

    function stop() { clearInterval(timer); timer = null; play.textContent = "▶ play"; play.setAttribute("aria-label", "play"); }
    function toggle() {
      if (timer) return stop();
      if (step === last) show(0);
      play.textContent = "❚❚ pause"; play.setAttribute("aria-label", "pause");
      timer = setInterval(() => player.isConnected ? show(step + 1) : stop(), 1600);
    }
    back.onclick = () => { stop(); show(step - 1); };
    next.onclick = () => { stop(); show(step + 1); };
    play.onclick = toggle;
    slider.oninput = () => { stop(); show(Number(slider.value)); };
    player.addEventListener("keydown", event => {
      const target = {ArrowLeft: step - 1, ArrowRight: step + 1, Home: 0, End: last}[event.key];
      if (target !== undefined) { stop(); show(target); }
      else if (event.key === " " && event.target === player) toggle();
      else if (event.key !== " " && event.key !== "Enter") return;
      if (target !== undefined || event.target === player) event.preventDefault();
      event.stopPropagation();  // the notebook has its own use for these keys
    });
    show(0);
  }
  document.querySelectorAll(".mgrad-player:not([data-ready])").forEach(start);
})();
