// Draws a live figure again whenever one of its controls changes. No kernel is needed: the figure
// comes as numbers, its function or network as the program that the compiler wrote. Numbers and
// sentences are those of explore.py. What the figure has in words is only ever written as text.
const SVG = "http://www.w3.org/2000/svg", INK = "#1f2937", PAPER = "#f8fafc", NIGHT = "#111827";
const IN_THE_DARK = {[INK]: "currentColor", "#0072b2": "#56b4e9", "#d55e00": "#f58a4b", "#009e73": "#2fc49a"};
const SHADES = [[67, 147, 201], [230, 138, 78]];  // of negative and of positive scores
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const STYLE = `
.live-controls { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 22px; }
.mgrad-live label { display: flex; align-items: center; gap: 8px; margin: 0; }
.mgrad-live :is(button, input, select) { min-height: 44px; min-width: 44px; font: inherit; color: inherit; accent-color: #0072b2; }
.mgrad-live :is(button, select, [type=number]) { padding: 2px 12px; background: none; border: 1px solid #7b8494; border-radius: 5px; box-sizing: border-box; }
.mgrad-live button { cursor: pointer; }
.mgrad-live [type=range] { width: 190px; margin: 0; }
.mgrad-live [type=number] { width: 6.5em; }
.live-number { min-width: 3em; font-variant-numeric: tabular-nums; }
.mgrad-live p { margin: 6px 0; max-width: 60em; }
.live-title { font-weight: bold; }
.live-sentence { min-height: 3em; font-variant-numeric: tabular-nums; }
.live-legend { display: flex; flex-wrap: wrap; gap: 2px 20px; font-size: 14px; }
.live-legend:empty { display: none; }
.live-legend span { display: flex; align-items: center; gap: 7px; }
.mgrad-live svg { display: block; max-width: none; font: 13px sans-serif; fill: none; }
.mgrad-live text { fill: currentColor; }`;

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function drawn(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// -- numbers ----------------------------------------------------------------------------------

function evenly(low, high, count) {
  return Array.from({length: count}, (_, k) => low + (high - low) * k / (count - 1));
}

function general(x, digits) {  // as Python's format .3g
  if (!Number.isFinite(x)) return String(x);
  const [mantissa, exponent] = x.toExponential(digits - 1).split("e");
  if (exponent >= -4 && exponent < digits) return String(Number(x.toPrecision(digits)));
  return `${Number(mantissa)}e${exponent[0]}${exponent.slice(1).padStart(2, "0")}`;
}

function percent(values, isRight) {
  return `${(100 * values.filter(isRight).length / values.length).toFixed(0)}%`;
}

// The numbers of Python's random.random() after random.seed(seed), so that a seed gives the same
// network as there. Source: Matsumoto and Nishimura, "Mersenne Twister", 1998.
function pythonRandom(seed) {
  const state = new Uint32Array(624), mixed = i => state[i - 1] ^ (state[i - 1] >>> 30);
  let i = 1, place = 624;
  const stir = (times, factor, added) => {
    for (let k = 0; k < times; k += 1) {
      state[i] = (state[i] ^ Math.imul(mixed(i), factor)) + added(i);
      i += 1;
      if (i === 624) { state[0] = state[623]; i = 1; }
    }
  };
  state[0] = 19650218;
  for (let k = 1; k < 624; k += 1) state[k] = Math.imul(1812433253, mixed(k)) + k;
  stir(624, 1664525, () => seed);
  stir(623, 1566083941, k => -k);
  state[0] = 0x80000000;
  const turn = k => {
    const y = (state[k] & 0x80000000) | (state[(k + 1) % 624] & 0x7fffffff);
    state[k] = state[(k + 397) % 624] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
  };
  const next = () => {
    if (place === 624) {
      for (let k = 0; k < 624; k += 1) turn(k);
      place = 0;
    }
    let y = state[place];
    place += 1;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  };
  return () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
}

// Where the scores of a grid are 0, straight inside each cell: pieces with a gap after each.
function border(xs, ys, scores) {
  const line = [[], []], n = xs.length;
  const corners = (row, column) => [[row, column], [row, column + 1], [row + 1, column + 1], [row + 1, column]];
  for (let row = 0; row + 1 < ys.length; row += 1) {
    for (let column = 0; column + 1 < n; column += 1) {
      const around = corners(row, column), heights = around.map(([r, c]) => scores[r * n + c]);
      const crossings = around.flatMap(([r, c], k) => {
        const [s, d] = around[(k + 1) % 4], here = heights[k], there = heights[(k + 1) % 4];
        const t = here / (here - there);
        return (here > 0) === (there > 0) ? [] : [[xs[c] + t * (xs[d] - xs[c]), ys[r] + t * (ys[s] - ys[r])]];
      });
      crossings.forEach(([x, y], k) => {
        line[0].push(x, ...(k % 2 ? [NaN] : []));
        line[1].push(y, ...(k % 2 ? [NaN] : []));
      });
    }
  }
  return line;
}

// -- the figures: what moves, in the order of ``moving`` in explore.py, and the sentence below ----

const FIGURES = {
  tangent({settings: {low, high}}, {forward}) {
    const f = x => forward([[x]], [1])[0][0];
    return ({x, exponent}) => {
      const h = 10 ** exponent, slope = (f(x + 1e-6) - f(x - 1e-6)) / 2e-6, estimate = (f(x + h) - f(x)) / h;
      const through = rate => [[low, high], [low, high].map(end => f(x) + rate * (end - x))];
      return {
        moved: [through(estimate), through(slope), [[x, x + h], [f(x), f(x + h)]]],
        sentence: `x = ${x.toFixed(2)}, h = ${general(h, 3)}: (f(x + h) − f(x)) / h = ${estimate.toFixed(4)}, the tangent has slope ${slope.toFixed(4)}`,
      };
    };
  },

  descent({settings: {start}}, {forward}) {
    const f = x => forward([[x]], [1])[0][0];
    return ({rate, steps}) => {
      const path = [start];
      for (let k = 0; k < steps; k += 1) {
        const x = path[k];
        path.push(Math.abs(x) < 1e6 ? x - rate * (f(x + 1e-6) - f(x - 1e-6)) / 2e-6 : x);
      }
      const x = path[steps];
      return {
        moved: [[path, path.map(f)]],
        sentence: `learning rate ${rate.toFixed(3)}: after ${steps} step${steps > 1 ? "s" : ""} x = ${general(x, 4)} and f(x) = ${general(f(x), 4)}`,
      };
    };
  },

  activation({settings: {names}}, {forward, backward}) {  // one output for each function
    const zs = evenly(-6, 6, 241);
    const at = (name, z) => {
      const [[outputs], kept] = forward([[]], [z]), chosen = names.map(other => other === name ? 1 : 0);
      return [outputs[names.indexOf(name)], backward(kept, [chosen], [z], [0])[0]];
    };
    return ({activation, n}) => {
      const points = zs.map(z => at(activation, z)), here = at(activation, n);
      const curves = [0, 1].map(k => [zs, points.map(point => point[k])]);
      return {
        moved: [...curves, ...here.map(y => [[n], [y]])],
        sentence: `${activation}(${n.toFixed(2)}) = ${here[0].toFixed(4)}, slope ${here[1].toFixed(4)}`,
      };
    };
  },

  neuron({settings: {points, signs, reach, size}}, {forward}) {
    const side = evenly(-reach, reach, size), grid = side.flatMap(y => side.map(x => [x, y]));
    const farEnds = (w1, w2, b) => {  // two far points of the line where the score is 0
      const length = w1 * w1 + w2 * w2, far = 3 * reach / Math.sqrt(length);
      return [[w1, -w2], [w2, w1]].map(([across, along]) => length ? [-1, 1].map(way => -b * across / length + way * far * along) : []);
    };
    return ({w1, w2, b}) => {
      const right = percent(forward(points, [w1, w2, b])[0], (o, i) => (o > 0) === (signs[i] > 0));
      const total = `${w1.toFixed(1)}·x1 + ${w2.toFixed(1)}·x2 + ${b.toFixed(1)}`.replaceAll("+ -", "− ").replaceAll("-", "−");
      return {
        moved: [forward(grid, [w1, w2, b])[0], farEnds(w1, w2, b)],
        sentence: `o = tanh(${total}): ${right} of the points are on the right side`,
      };
    };
  },

  training({settings: {points, signs, count, lows, highs, size}, panels}, {forward, backward}) {
    const xs = evenly(lows[0], highs[0], size), ys = evenly(lows[1], highs[1], size);
    const grid = ys.flatMap(y => xs.map(x => [x, y])), zeros = new Array(count).fill(0);
    let parameters, drawnFrom, kept, slopes, losses, right;
    const measure = () => {
      let scores;
      [scores, kept] = forward(points, parameters);
      const gaps = scores.map((score, i) => 1 - signs[i] * score);
      losses.push(gaps.reduce((total, gap) => total + Math.max(0, gap), 0) / gaps.length);
      slopes = gaps.map((gap, i) => gap > 0 ? -signs[i] / gaps.length : 0);
      right = percent(scores, (score, i) => (score > 0) === (signs[i] > 0));
    };
    const begin = seed => {
      const random = pythonRandom(seed);
      [parameters, drawnFrom, losses] = [zeros.map(() => -1 + 2 * random()), seed, []];
      measure();
      panels[1].ylim = [0, Math.max(1.2, 1.1 * losses[0])];
    };
    return ({tick, rate, seed}) => {
      if (seed !== drawnFrom || tick < losses.length - 1) begin(seed);
      while (losses.length <= tick) {
        const gradients = backward(kept, slopes, parameters, [...zeros]);
        parameters = parameters.map((p, i) => p - rate * gradients[i]);
        measure();
      }
      const scores = forward(grid, parameters)[0];
      return {
        moved: [scores, border(xs, ys, scores), [losses.map((_, k) => k), losses]],
        sentence: `after ${tick} updates: loss ${losses[tick].toFixed(4)}, ${right} of the points on the right side`,
      };
    };
  },
};

// -- the picture ------------------------------------------------------------------------------

const MARGIN = {left: 58, right: 16, bottom: 46};

function ticks([low, high], most) {
  const rough = (high - low) / Math.max(2, most), power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find(factor => factor * power >= rough * (1 - 1e-9));
  const first = Math.ceil(low / step - 1e-9), last = Math.floor(high / step + 1e-9);
  return Array.from({length: last - first + 1}, (_, k) => Number(((first + k) * step).toPrecision(9)));
}

function marker(shape, x, y, radius, attributes) {
  if (shape === "circle") return drawn("circle", {cx: x, cy: y, r: radius, ...attributes});
  const [side, height] = [radius * 1.05, radius * 0.95];
  return drawn("path", {d: `M${x} ${y - height}L${x + side} ${y + height}L${x - side} ${y + height}Z`, ...attributes});
}

const ARTISTS = {  // each from its data: numbers along x and y, or scores
  line({width, dashes, radius}, [xs, ys], X, Y, colour) {
    let path = "", pen = "M";
    xs.forEach((x, i) => {
      const isThere = Number.isFinite(x) && Number.isFinite(ys[i]);
      if (isThere) path += `${pen}${X(x).toFixed(1)} ${Y(ys[i]).toFixed(1)}`;
      pen = isThere ? "L" : "M";
    });
    const dots = radius ? [...xs.keys()].filter(i => Number.isFinite(ys[i])) : [];
    const line = {d: path, stroke: colour, "stroke-width": width, "stroke-dasharray": dashes, "stroke-linejoin": "round"};
    return [...(width ? [drawn("path", line)] : []), ...dots.map(i => marker("circle", X(xs[i]), Y(ys[i]), radius, {fill: colour}))];
  },
  points({shape, radius}, [xs, ys], X, Y, colour, isDark) {
    const look = {fill: colour, stroke: isDark ? NIGHT : PAPER, "stroke-width": 1};
    return xs.map((x, i) => marker(shape, X(x), Y(ys[i]), radius, look));
  },
  shade({extent: [left, right, bottom, top], size, largest}, scores, X, Y, colour, isDark) {
    const canvas = Object.assign(document.createElement("canvas"), {width: size, height: size});
    const context = canvas.getContext("2d"), picture = context.createImageData(size, size);
    scores.forEach((score, i) => {
      const place = (size - 1 - Math.floor(i / size)) * size + i % size;
      const strength = (isDark ? 0.7 : 1) * Math.min(1, Math.abs(score) / largest) ** 1.75;
      picture.data.set([...SHADES[score > 0 ? 1 : 0], 255 * strength], 4 * place);
    });
    context.putImageData(picture, 0, 0);
    const box = {x: X(left), y: Y(top), width: X(right) - X(left), height: Y(bottom) - Y(top)};
    return [drawn("image", {...box, href: canvas.toDataURL(), preserveAspectRatio: "none"})];
  },
};

function drawAxes(panel, X, Y, width, height) {
  const minus = x => String(x).replace("-", "−"), line = {stroke: "currentColor", "stroke-opacity": 0.13};
  const word = (text, x, y, more) => drawn("text", {x, y, "text-anchor": "middle", ...more}, text);
  const edges = drawn("path", {d: `M0 0V${height}H${width}`, stroke: "#7b8494"});
  const parts = [edges, word(panel.xlabel, width / 2, height + 38), word(panel.ylabel, 0, 0, {transform: `translate(-43 ${height / 2}) rotate(-90)`})];
  if (panel.title) parts.push(word(panel.title, 0, -10, {"text-anchor": "start", "font-weight": "bold", "font-size": 14}));
  for (const x of ticks(panel.xlim, width / 55)) {
    if (panel.grid) parts.push(drawn("path", {d: `M${X(x)} 0V${height}`, ...line}));
    parts.push(word(minus(x), X(x), height + 18));
  }
  for (const y of ticks(panel.ylim, height / 40)) {
    if (panel.grid) parts.push(drawn("path", {d: `M0 ${Y(y)}H${width}`, ...line}));
    parts.push(word(minus(y), -7, Y(y) + 4, {"text-anchor": "end"}));
  }
  return parts;
}

function drawPanel(panel, moved, width, height, isDark) {
  const scale = ([low, high], start, end) => x => start + (x - low) / (high - low) * (end - start);
  const X = scale(panel.xlim, 0, width), Y = scale(panel.ylim, height, 0);
  const artists = panel.artists.flatMap(artist => {
    const colour = isDark ? IN_THE_DARK[artist.colour] ?? artist.colour : artist.colour;
    return ARTISTS[artist.kind](artist, moved[artist.moves] ?? artist.data, X, Y, colour, isDark);
  });
  const inside = drawn("svg", {width, height, overflow: "hidden"}, ...artists);
  return [...drawAxes(panel, X, Y, width, height), inside];
}

function drawFigure(svg, figure, moved, width, isDark) {
  const columns = width < 560 ? 1 : figure.panels.length, rows = figure.panels.length / columns;
  const across = width / columns - MARGIN.left - MARGIN.right, up = Math.max(190, across * figure.ratio);
  const top = figure.panels[0].title ? 30 : 8, height = top + up + MARGIN.bottom;
  svg.setAttribute("width", width);
  svg.setAttribute("height", rows * height);
  svg.replaceChildren(...figure.panels.map((panel, k) => {
    const x = k % columns * width / columns + MARGIN.left, y = Math.floor(k / columns) * height + top;
    return drawn("g", {transform: `translate(${x} ${y})`}, ...drawPanel(panel, moved, across, up, isDark));
  }));
}

function drawLegend(figure, isDark) {
  return figure.panels[0].artists.filter(artist => artist.label).map(artist => {
    const colour = isDark ? IN_THE_DARK[artist.colour] ?? artist.colour : artist.colour;
    const data = artist.kind === "line" ? [[1, 25], [7, 7]] : [[13], [7]];
    const parts = ARTISTS[artist.kind](artist, data, x => x, y => y, colour, isDark);
    return element("span", {}, drawn("svg", {width: 26, height: 14, "aria-hidden": "true"}, ...parts), artist.label);
  });
}

// -- the controls -----------------------------------------------------------------------------

function slider({name, label, low, high, step, value, digits}, state, show) {
  const input = element("input", {type: "range", min: low, max: high, step, value, "aria-label": label});
  const number = element("span", {class: "live-number", "aria-hidden": "true"});
  const read = () => {
    state[name] = input.valueAsNumber;
    number.textContent = state[name].toFixed(digits);
    input.setAttribute("aria-valuetext", number.textContent);
  };
  input.addEventListener("input", () => { read(); show(); });
  read();
  return [element("label", {}, label, input, number)];
}

function choice({name, label, options, value}, state, show) {
  const select = element("select", {}, ...options.map(option => element("option", {}, option)));
  const read = () => { state[name] = select.value; };
  select.value = value;
  select.addEventListener("change", () => { read(); show(); });
  read();
  return [element("label", {}, label, select)];
}

function player({name, label, last, seed}, state, show, sentence) {
  const button = text => element("button", {type: "button"}, text);
  const play = button(), one = button("one step"), again = button("reset");
  const number = element("input", {type: "number", min: 0, max: 9999, step: 1, value: seed});
  let timer = null;
  const stop = () => {
    clearInterval(timer);
    timer = null;
    play.textContent = `▶ ${label}`;
    play.setAttribute("aria-label", label);
    sentence.setAttribute("aria-live", "polite");
  };
  const goTo = tick => {
    state[name] = Math.min(tick, last);
    if (state[name] === last) stop();
    show();
  };
  play.onclick = () => {
    if (timer) { stop(); return show(); }
    if (state[name] === last) goTo(0);
    play.textContent = "❚❚ pause";
    play.setAttribute("aria-label", "pause");
    sentence.setAttribute("aria-live", "off");  // a sentence for each update is too much to hear
    const [updates, wait] = calm.matches ? [20, 1000] : [1, 40];
    timer = setInterval(() => play.isConnected ? goTo(state[name] + updates) : stop(), wait);
  };
  one.onclick = () => { stop(); goTo(state[name] + 1); };
  again.onclick = () => { stop(); goTo(0); };
  number.onchange = () => {
    state.seed = number.value = Math.max(0, Math.min(9999, Math.round(number.valueAsNumber) || 0));
    again.onclick();
  };
  [state[name], state.seed] = [0, seed];
  stop();
  return [play, one, again, element("label", {}, "seed", number)];
}

const CONTROLS = {slider, choice, player};

// -- everything together ----------------------------------------------------------------------

function start(key, figure, program) {
  const root = document.querySelector(`.mgrad-live[data-key="${key}"]:not([data-ready])`);
  if (!root) return;
  root.dataset.ready = "yes";
  const update = FIGURES[figure.kind](figure, program), state = {};
  const svg = drawn("svg", {role: "img"}), legend = element("p", {class: "live-legend"});
  const sentence = element("p", {class: "live-sentence", "aria-live": "polite"});
  let shown;

  function draw() {
    const width = Math.min(root.clientWidth || Infinity, figure.width);  // 0 while it is hidden
    const isDark = getComputedStyle(root.parentElement).color.match(/[\d.]+/g).slice(0, 3).reduce((a, b) => a + +b, 0) > 382;
    root.style.colorScheme = isDark ? "dark" : "light";
    drawFigure(svg, figure, shown.moved, width, isDark);
    legend.replaceChildren(...drawLegend(figure, isDark));
  }

  function show() {
    shown = update(state);
    sentence.textContent = shown.sentence;
    svg.setAttribute("aria-label", `Figure: ${figure.title}. ${shown.sentence}`);
    draw();
  }

  const controls = figure.controls.flatMap(control => CONTROLS[control.kind](control, state, show, sentence));
  root.replaceChildren(element("style", {}, STYLE), element("div", {class: "live-controls"}, ...controls),
    element("p", {class: "live-title"}, figure.title), legend, svg, sentence);
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", `Live figure: ${figure.title}`);
  root.dataset.preventSwipe = "";  // slides
  root.addEventListener("keydown", event => event.stopPropagation());  // slides and notebooks have their own use for keys
  new ResizeObserver(draw).observe(root);
  new MutationObserver(() => requestAnimationFrame(draw)).observe(document.body, {attributes: true});
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  show();
}
