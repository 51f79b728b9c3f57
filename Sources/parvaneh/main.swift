print("parvaneh")
