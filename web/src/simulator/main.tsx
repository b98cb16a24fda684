import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../ui/style.css'
import './simulator.css'
import { Live } from './live.tsx'
import { Simulator } from './simulator.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root to render into.')

createRoot(root).render(
  <StrictMode>
    <Live>
      <Simulator />
    </Live>
  </StrictMode>,
)
