// Turns within an activity: which one it is, what is left of it, and a soft chime as it ends. More time for the step is more time
// for the turn, because a turn is counted from how much of the whole has gone.
//
//   turnAt(step, left)   step: {minutes, turns: [seconds]}, left: seconds of the whole → {at, of, left} or null after the last
//   Turns                tells once as a turn begins: new Turns(show, chime); .tick(step, left)

export const clockText = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

export const turnAt = (step, left) => {
  let gone = Math.max(0, step.minutes * 60 - left);
  for (const [at, length] of step.turns.entries()) {
    if (gone < length) return { at: at + 1, of: step.turns.length, left: length - gone };
    gone -= length;
  }
  return null;
};

// Two quiet notes, a fifth apart. A browser that has not been touched yet stays silent; the words are there all the same.
export const chime = () => {
  const Sound = window.AudioContext ?? window.webkitAudioContext;
  if (!Sound) return;
  const sound = new Sound();
  if (sound.state === "suspended") {
    sound.close();
    return;
  }
  for (const [at, pitch] of [523.25, 784].entries()) {
    const tone = sound.createOscillator(), loud = sound.createGain(), start = sound.currentTime + at * 0.35;
    tone.frequency.value = pitch;
    loud.gain.setValueAtTime(0, start);
    loud.gain.linearRampToValueAtTime(0.18, start + 0.04);
    loud.gain.exponentialRampToValueAtTime(0.001, start + 1.6);
    tone.connect(loud).connect(sound.destination);
    tone.start(start);
    tone.stop(start + 1.7);
  }
  setTimeout(() => sound.close(), 2600);
};

export class Turns {
  constructor(ring = chime) {
    Object.assign(this, { ring, key: null, turn: null });
  }

  // → the turn, and whether it has just begun while someone watched
  tick(step, left) {
    const turn = turnAt(step, left), number = turn?.at ?? 0, watched = this.key === step.key;
    const begun = watched && this.turn !== number;
    Object.assign(this, { key: step.key, turn: number });
    if (begun) this.ring();
    return { turn, begun };
  }
}
