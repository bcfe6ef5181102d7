import type {Camera} from './map-camera.js';

/** How a reader moves a map. A plain scroll, and one finger, always scroll the page. */
interface Moves {
  readonly camera: Camera;
  /** Called when the camera has moved; `isLive` while a pointer holds the map. */
  onMove(isLive: boolean): void;
}

const SPEED = 0.01;
/** Pixels that a mouse may move while it clicks. */
const SLACK = 4;

/** Zooms by two fingers, or by the wheel with Ctrl (a pinch on a touchpad); moves by two fingers, or by dragging a mouse. */
export const addGestures = (box: HTMLElement, {camera, onMove}: Moves) => {
  const shareOf = (x: number, y: number): [across: number, down: number] => {
    const {left, top, width, height} = box.getBoundingClientRect();
    return [(x - left) / (width || 1), (y - top) / (height || 1)];
  };

  box.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      // Lines or pages, where the engine does not count pixels.
      const pixels = event.deltaY * (event.deltaMode ? 16 : 1);
      camera.by(Math.exp(-pixels * SPEED), ...shareOf(event.clientX, event.clientY));
      onMove(true);
    },
    {passive: false},
  );

  let fingers: {readonly at: [number, number]; readonly apart: number} | undefined;
  const fingersOf = ({touches: [one, other]}: TouchEvent) =>
    one &&
    other && {
      at: shareOf((one.clientX + other.clientX) / 2, (one.clientY + other.clientY) / 2),
      apart: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY),
    };
  const onTouch = (event: TouchEvent) => {
    const now = fingersOf(event);
    // One that cannot be cancelled, since the page scrolls already, would be reported in the console.
    if (now && event.cancelable && event.type !== 'touchend') event.preventDefault();
    if (now && fingers && event.type === 'touchmove') {
      camera.pan(fingers.at[0] - now.at[0], fingers.at[1] - now.at[1]);
      camera.by(now.apart / (fingers.apart || 1), ...now.at);
      onMove(true);
    }
    fingers = now;
  };
  box.addEventListener('touchstart', onTouch, {passive: false});
  box.addEventListener('touchmove', onTouch, {passive: false});
  box.addEventListener('touchend', onTouch);

  let from: [number, number] | undefined;
  let isDragging = false;
  box.addEventListener('pointerdown', ({pointerType, button, clientX, clientY}) => {
    isDragging = false;
    from = pointerType !== 'touch' && !button && camera.zoom > 1 ? [clientX, clientY] : undefined;
  });
  box.addEventListener('pointermove', ({pointerId, buttons, clientX, clientY}) => {
    if (!buttons) from = undefined;
    if (!from || (!isDragging && Math.hypot(clientX - from[0], clientY - from[1]) < SLACK)) return;
    if (!isDragging) box.setPointerCapture(pointerId);
    isDragging = true;
    const [across, down] = shareOf(clientX, clientY);
    const [lastAcross, lastDown] = shareOf(...from);
    from = [clientX, clientY];
    camera.pan(lastAcross - across, lastDown - down);
    onMove(true);
  });
  const onEnd = () => {
    from = undefined;
    // After the click, if there is one.
    setTimeout(() => (isDragging = false));
  };
  box.addEventListener('pointerup', onEnd);
  // The browser takes a pen to scroll, or the system a mouse.
  box.addEventListener('pointercancel', onEnd);
  // The end of a drag is no click on the town below.
  box.addEventListener(
    'click',
    (event) => {
      if (isDragging) event.stopPropagation();
    },
    true,
  );
};
