trust-title = ความไว้วางใจ
trust-summary = ลูกค้าพูดถึงความไว้วางใจ
trust-body = ลูกค้าทั้งหมด { $trust } ไว้วางใจเรา
