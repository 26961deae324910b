// Turns every static backward-pass picture on the page into a player. No kernel is needed.
// The picture comes from the <img> itself, the steps from the data-frames attribute;
// labels are only ever written as text, so no label can become markup.
(() => {
  const FLOW = "#D55E00", GREY = "#7B8494", SVG = "http://www.w3.org/2000/svg";
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

  function element(tag, attributes, text) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    if (text) node.textContent = text;
    return node;
  }

  function start(player) {
    player.dataset.ready = "yes";
    const frames = JSON.parse(player.dataset.frames);
    const image = player.querySelector("img");
    const source = Uint8Array.from(atob(image.src.split("base64,")[1]), c => c.charCodeAt(0));
    const svg = document.importNode(new DOMParser().parseFromString(new TextDecoder().decode(source), "image/svg+xml").documentElement, true);
    svg.setAttribute("style", image.getAttribute("style"));
    svg.setAttribute("aria-label", image.alt);
    image.replaceWith(svg);

    const bar = element("div", {style: "display:flex;gap:8px;align-items:center;max-width:520px;margin-top:6px"});
    const button = (label, text) => bar.appendChild(element("button", {type: "button", "aria-label": label, title: label, style: "padding:3px 12px;font-size:15px;cursor:pointer"}, text));
    const back = button("previous step", "◀"), play = button("play", "▶ play"), next = button("next step", "▶");
    const slider = bar.appendChild(element("input", {type: "range", min: 0, max: frames.length - 1, value: 0, "aria-label": "step", style: "flex:1"}));
    const sentence = element("p", {"aria-live": "polite", style: "min-height:3em;margin:6px 0;max-width:60em"});
    player.querySelector("details").before(bar, sentence);
    player.tabIndex = 0;

    const edges = [...svg.querySelectorAll(".edge")].map(group => {
      const path = group.querySelector("path"), head = group.querySelector("polygon");
      const tip = path.getPointAtLength(0), inside = path.getPointAtLength(9);
      const dx = inside.x - tip.x, dy = inside.y - tip.y;
      const corners = [[tip.x, tip.y], [inside.x - dy / 2, inside.y + dx / 2], [inside.x + dy / 2, inside.y - dx / 2]];
      return {group, path, head, tip, forward: head.getAttribute("points"), backward: corners.map(c => c.join()).join(" "), middle: path.getPointAtLength(path.getTotalLength() / 2), end: path.getPointAtLength(path.getTotalLength())};
    });
    const notes = svg.appendChild(document.createElementNS(SVG, "g"));
    let step = 0, timer = null;

    function note(edge, text) {  // above the edge if it comes from above the operation, else below
      const label = document.createElementNS(SVG, "text");
      const room = edge.end.x - edge.tip.x;  // between card and operation
      const level = Math.abs(edge.end.y - edge.tip.y) <= 0.2 * room;
      const crowded = level && edges.some(other => other.group.classList.contains(`o${frames[step].active}`) && other.tip.y < edge.tip.y - 20);
      const below = crowded || edge.middle.y > edge.end.y + 1;
      const style = {x: edge.middle.x - 14, y: edge.middle.y + (below ? 18 : -9), "font-family": "DejaVu Sans, Verdana, sans-serif",
        "font-size": 11.5, "font-weight": "bold", fill: "#8A3600", stroke: "#FFFFFF", "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke"};
      for (const [name, value] of Object.entries(style)) label.setAttribute(name, value);
      label.textContent = text;
      notes.append(label);
      if (!level) return;
      if (label.getComputedTextLength() > room + 60) label.textContent = text.split(" = ")[0];  // the result is on the card
      const width = label.getComputedTextLength();
      label.setAttribute("x", edge.tip.x + Math.max(4, (room - width) / 2));
      if (width > room) label.setAttribute("y", edge.middle.y + (below ? 32 : -23));  // clear of the operation
    }

    function show(i) {
      step = Math.max(0, Math.min(frames.length - 1, i));
      const frame = frames[step];
      slider.value = step;
      slider.setAttribute("aria-valuetext", `step ${step} of ${frames.length - 1}`);
      sentence.textContent = `Step ${step} of ${frames.length - 1}: ${frame.text}`;
      notes.replaceChildren();
      frame.grads.forEach((grad, k) => {
        const card = svg.querySelector(`[id="v${k}"]`), row = card.querySelector(".grad"), box = card.querySelector("rect");
        box.dataset.fill ??= box.getAttribute("fill");
        box.dataset.stroke ??= box.getAttribute("stroke");
        box.dataset.width ??= box.getAttribute("stroke-width");
        row.textContent = grad;
        row.setAttribute("font-weight", frame.changed.includes(k) ? "bold" : "normal");
        const lit = frame.active === k;
        box.setAttribute("fill", lit ? "#FDEFD0" : box.dataset.fill);
        box.setAttribute("stroke", lit ? FLOW : box.dataset.stroke);
        box.setAttribute("stroke-width", lit ? 4 : box.dataset.width);
      });
      svg.querySelectorAll(".operation").forEach(group => group.querySelector("rect").setAttribute("fill", group.id === `o${frame.active}` && frame.flow.length ? "#B34700" : "#0072B2"));
      const waiting = [...frame.flow];
      for (const edge of edges) {
        const on = frame.flow.length > 0 && edge.group.classList.contains(`o${frame.active}`);
        for (const part of [edge.path, edge.head]) part.setAttribute(part === edge.path ? "stroke" : "fill", on ? FLOW : GREY);
        edge.head.setAttribute("points", on ? edge.backward : edge.forward);
        edge.path.setAttribute("stroke-width", on ? 3 : 1.8);
        edge.path.setAttribute("stroke-dasharray", on ? "8 5" : "none");
        edge.path.getAnimations().forEach(animation => animation.cancel());
        if (on && !calm.matches) edge.path.animate([{strokeDashoffset: 0}, {strokeDashoffset: 13}], {duration: 700, iterations: Infinity});
        const mine = waiting.findIndex(flow => on && edge.group.classList.contains(`v${flow.parent}`) && edge.group.classList.contains("operand"));
        if (mine >= 0) note(edge, waiting.splice(mine, 1)[0].text);
      }
      back.disabled = step === 0;
      next.disabled = step === frames.length - 1;
      if (next.disabled) stop();
    }

    function stop() { clearInterval(timer); timer = null; play.textContent = "▶ play"; play.setAttribute("aria-label", "play"); }
    function toggle() {
      if (timer) return stop();
      if (step === frames.length - 1) show(0);
      play.textContent = "❚❚ pause"; play.setAttribute("aria-label", "pause");
      timer = setInterval(() => player.isConnected ? show(step + 1) : stop(), 1600);
    }
    back.onclick = () => { stop(); show(step - 1); };
    next.onclick = () => { stop(); show(step + 1); };
    play.onclick = toggle;
    slider.oninput = () => { stop(); show(Number(slider.value)); };
    player.addEventListener("keydown", event => {
      const target = {ArrowLeft: step - 1, ArrowRight: step + 1, Home: 0, End: frames.length - 1}[event.key];
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
