import {css} from '../theme/css.js';

export default css`
  [part='heading'],
  [part='controls'],
  [part='panel'] > *,
  [part='towns'] > *,
  [part='footer'],
  summary {
    margin: 0;
    padding: 12px var(--_space);
  }
  [part='heading'] {
    padding-block-end: 0;
    font-size: 1.25em;
    line-height: 1.25;
  }
  [part='controls'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
  }
  [part='notice'],
  [part='count'],
  [part='year'],
  [part='about'],
  [part='footer'],
  [part='country'],
  [part='years'] {
    color: var(--_muted);
    font-size: 0.8125em;
  }
  select {
    box-sizing: border-box;
    min-block-size: 36px;
    max-inline-size: 100%;
    padding-inline: 8px;
    border: 1px solid var(--_muted);
    border-radius: min(6px, var(--_radius));
    background: var(--_surface);
    color: var(--_text);
    /* iOS zooms the page into a field with smaller letters. */
    font: inherit;
    font-size: max(1em, 16px);
  }
  /* The map has its height before it is drawn, and where it cannot be: then the list is in its place. */
  [part~='frame'] {
    position: relative;
    border-block-start: 1px solid var(--_border);
  }
  [part~='map'] {
    container-type: inline-size;
    position: relative;
    aspect-ratio: 4 / 3;
    overflow: clip;
    touch-action: pan-x pan-y;
    user-select: none;
    -webkit-user-select: none;
  }
  :host([view='world']) [part~='map'] {
    aspect-ratio: 2000 / 909;
  }
  [part~='failed'] > [part~='map'],
  [part~='failed'] > details > summary {
    visibility: hidden;
  }
  [part~='failed'] > details::details-content {
    position: absolute;
    inset: 0;
    overflow: auto;
  }
  svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    transform-origin: 0 0;
    fill: var(--_chart);
    /* The map is the same from either side. */
    direction: ltr;
  }
  path {
    vector-effect: non-scaling-stroke;
  }
  path:first-child {
    fill: var(--_text);
    fill-opacity: 0.14;
  }
  path:last-child {
    fill: none;
    stroke: var(--_surface);
  }
  :host([look='newsroom']) path:last-child {
    stroke: color-mix(in srgb, currentcolor 30%, transparent);
  }
  [part='markers'] {
    position: absolute;
    inset: 0;
  }
  [part~='marker'] {
    position: absolute;
    box-sizing: border-box;
    min-inline-size: 28px;
    block-size: 28px;
    padding: 0;
    border: 0;
    border-radius: 14px;
    background: none;
    translate: -50% -50%;
    isolation: isolate;
    cursor: pointer;
  }
  /* The dot of a town; its button is as large as a fingertip. */
  [part~='marker']::before {
    content: '';
    position: absolute;
    inset: 8px;
    z-index: -1;
    border: 2px solid #fff;
    border-radius: 50%;
    background: var(--_chart);
  }
  [part~='renamed']::before {
    border-radius: 2px;
    rotate: 45deg;
  }
  [part~='cluster'] {
    padding-inline: 6px;
    color: var(--_on-accent);
    font-size: 12px;
    font-weight: 700;
    line-height: 1;
    white-space: nowrap;
  }
  [part~='cluster']::before {
    inset: 1px;
    border-radius: 14px;
    background: var(--_accent);
  }
  [part~='marker'][aria-expanded='true']:not([part~='cluster'])::before {
    inset: 6px;
    border-color: var(--_text);
  }
  [part~='marker']:is(:hover, :focus-visible, [aria-expanded='true']) {
    z-index: 1;
  }
  [part='label'] {
    position: absolute;
    inset-block-start: 0;
    left: 100%;
    display: none;
    inline-size: max-content;
    /* Within its half of the map. */
    max-inline-size: min(12em, 50cqi - 16px);
    box-sizing: border-box;
    padding: 4px 8px;
    border: 1px solid var(--_border);
    border-radius: min(6px, var(--_radius));
    background: light-dark(#fff, #161616);
    color: light-dark(#1a1a1a, #f3f1ee);
    font-size: 13px;
    font-weight: 400;
    line-height: 1.4;
    text-align: start;
    white-space: normal;
    pointer-events: none;
  }
  [part~='end'] [part='label'] {
    right: 100%;
    left: auto;
  }
  [part~='marker']:is(:hover, :focus-visible, [aria-expanded='true']) [part='label'] {
    display: block;
  }
  [part='zooms'] {
    position: absolute;
    inset-block-end: 8px;
    inset-inline-end: 8px;
    z-index: 2;
    display: flex;
    gap: 4px;
  }
  [part='zoom'],
  [part='close'] {
    box-sizing: border-box;
    inline-size: 36px;
    block-size: 36px;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: min(6px, var(--_radius));
    background: light-dark(#fff, #161616);
    color: light-dark(#1a1a1a, #f3f1ee);
    font-size: 18px;
    line-height: 1;
    cursor: pointer;
  }
  /* A sign for the whole map, which fonts have not. */
  #whole::before {
    content: '';
    display: inline-block;
    inline-size: 12px;
    block-size: 8px;
    border: 2px solid;
    border-radius: 2px;
  }
  [aria-disabled='true'] {
    color: light-dark(#767676, #8c8985);
    cursor: default;
  }
  [part='keys'] {
    position: absolute;
    inset-block-start: 8px;
    inset-inline: 8px;
    z-index: 2;
    display: none;
    padding: 4px 8px;
    background: light-dark(#fff, #161616);
    color: light-dark(#1a1a1a, #f3f1ee);
    font-size: 13px;
    pointer-events: none;
  }
  [part~='map']:has([part~='marker']:focus-visible) [part='keys'] {
    display: block;
    inline-size: fit-content;
  }
  [part='panel'] {
    position: relative;
  }
  [part='panel'] :is([part='name'], [part='years']) {
    padding-inline-end: 36px;
  }
  [part='close'] {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    border: 0;
    background: none;
    color: inherit;
    font-size: 24px;
  }
  details,
  [part='panel']:not(:empty),
  [part='town'] + [part='town'],
  [part='footer'] {
    border-block-start: 1px solid var(--_border);
  }
  [part='fold'] {
    font-weight: 650;
    cursor: pointer;
    outline-offset: -4px;
  }
  details details [part='fold'] {
    font-weight: 400;
  }
  [part='name'] {
    font-family: var(--_title-font);
    font-weight: 700;
  }
  [part='country'],
  [part='kind'] {
    display: inline-block;
  }
  [part='country'] {
    margin-inline-start: 8px;
    font-family: var(--solidarity-font, inherit);
    font-weight: 400;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  [part~='act'] {
    margin-block-start: 8px;
  }
  [part='kind'] {
    padding: 1px 6px;
    border: 1px solid var(--_chart);
    border-radius: min(4px, var(--_radius));
    font-size: 0.75em;
  }
  @media (prefers-reduced-motion: no-preference) {
    [part='map'] svg,
    [part='map'] [part~='marker'] {
      transition:
        transform 0.2s,
        left 0.2s,
        top 0.2s;
    }
  }
  @media (forced-colors: active) {
    path:first-child {
      fill: CanvasText;
      fill-opacity: 0.2;
    }
    path:nth-child(2) {
      fill: CanvasText;
    }
    path:last-child {
      stroke: Canvas;
    }
    [part~='marker'] {
      forced-color-adjust: none;
      color: ButtonFace;
    }
    [part~='marker']::before {
      border-color: ButtonFace;
      background: ButtonText;
    }
    [part='label'] {
      border-color: ButtonText;
      background: ButtonFace;
      color: ButtonText;
    }
    [part~='marker']:focus-visible {
      outline-color: Highlight;
    }
    [aria-disabled='true'] {
      color: GrayText;
    }
  }
  @media print {
    [part='zooms'],
    [part='close'],
    [part='year'],
    [part='panel'],
    /* Of what is not rendered, how many towns there are. */
    summary:not(:only-child) {
      display: none;
    }
    [part~='marker'] {
      display: block !important;
      color: #fff !important;
      print-color-adjust: exact;
    }
    [part~='failed'] > [part~='map'] {
      display: none;
    }
    details::details-content,
    [part~='failed'] > details::details-content {
      display: block;
      position: static;
      content-visibility: visible;
      block-size: auto;
    }
    [part='town'] {
      break-inside: avoid;
    }
    [part~='base'] {
      break-inside: auto;
    }
  }
`;
