print("rlt")
