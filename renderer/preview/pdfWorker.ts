// pdf.js's own worker, as a file of ours: the content security policy lets nothing else run.
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'
